import { type ReactNode, useState } from 'react'
import { InputThumbnail } from './input-thumbnail'
import { PictureName } from './picture-name'

type Props = {
  url: string
  alt?: string
  /** Stands beside the preview in place of the address. */
  children?: ReactNode
}

/** A picture by its address; one that leads to no picture says so. */
export function InputPictureView({ url, alt, children }: Props) {
  const [dead, setDead] = useState<string | null>(null)
  return (
    <>
      <InputThumbnail url={url} alt={alt} onDead={() => setDead(url)} />
      <div className="min-w-0 flex-1 px-1.5">
        {children ?? (dead === url ? null : <PictureName url={url} />)}
        {dead === url && (
          <p role="alert" className="text-danger text-xs">
            There is no picture at this address.
          </p>
        )}
      </div>
    </>
  )
}
