import { ImageOff } from 'lucide-react'
import { useState } from 'react'

type Props = { url: string; alt?: string; onDead?: () => void }

/** A small preview of an input picture; an address that gives none says so. */
export function InputThumbnail({ url, alt = '', onDead }: Props) {
  const [dead, setDead] = useState<string | null>(null)
  if (dead === url)
    return (
      <span
        role="img"
        aria-label="No picture at this address"
        title="No picture at this address"
        className="grid size-11 shrink-0 place-items-center rounded bg-danger-soft text-danger"
      >
        <ImageOff size={16} aria-hidden />
      </span>
    )
  return (
    <img
      src={url}
      alt={alt}
      referrerPolicy="no-referrer"
      onError={() => {
        setDead(url)
        onDead?.()
      }}
      className="size-11 shrink-0 rounded bg-raised object-cover"
    />
  )
}
