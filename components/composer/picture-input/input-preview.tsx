import { ImageOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { pictureNameOf, sizeBefore } from '@/lib/draft/picture-names'

type Props = {
  url: string
  alt?: string
  /** Under the name. */
  children?: ReactNode
}

/** An input picture with its file name and its size; an address without a picture says so. */
export function InputPreview({ url, alt = '', children }: Props) {
  const [size, setSize] = useState<{ url: string; text: string } | null>(null)
  const [broken, setBroken] = useState<string | null>(null)
  const before = sizeBefore(url)
  return (
    <>
      {broken === url ? (
        <span
          role="img"
          aria-label="No picture at this address"
          className="grid size-24 shrink-0 place-items-center rounded bg-danger-soft text-danger"
        >
          <ImageOff size={20} aria-hidden />
        </span>
      ) : (
        <img
          src={url}
          alt={alt}
          referrerPolicy="no-referrer"
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ url, text: `${naturalWidth} × ${naturalHeight}` })
          }
          onError={() => setBroken(url)}
          className="size-24 shrink-0 rounded bg-raised object-contain"
        />
      )}
      <div className="grid min-w-0 flex-1 gap-0.5 px-1.5">
        <p title={url} className="truncate text-xs">
          {pictureNameOf(url) ?? shortAddress(url)}
        </p>
        {size?.url === url && (
          <p className="text-2xs text-muted tabular-nums">
            {size.text}
            {before && <span className="block">Reduced from {before} for the upload.</span>}
          </p>
        )}
        {broken === url && (
          <p role="alert" className="text-danger text-xs">
            There is no picture at this address.
          </p>
        )}
        {children}
      </div>
    </>
  )
}

/** The host and the end of the path. */
function shortAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed ? `${parsed.host} … ${parsed.pathname.split('/').at(-1)}` : url
}
