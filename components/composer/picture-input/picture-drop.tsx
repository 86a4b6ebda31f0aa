import { type ReactNode, useEffect, useRef, useState } from 'react'
import { clearOfferedPictures, useOfferedPictures } from '@/lib/draft/offered-pictures'
import { positionType } from './position-type'
import { useKeepFocus } from './use-keep-focus'

type Props = {
  /** The property that the pictures are for. */
  name: string
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
  children: ReactNode
}

/** Takes files and pictures of other pages that are dropped on it, and those that are offered to it, such as dragged ones of the gallery. */
export function PictureDrop({ name, onFiles, onAddress, children }: Props) {
  const [isFileOver, setFileOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const accept = (files: Blob[], urls: string[]) => {
    if (files.length > 0) onFiles(files)
    for (const url of urls) onAddress(url)
  }
  useKeepFocus(box)

  const offered = useOfferedPictures()
  useEffect(() => {
    if (offered?.field !== name) return
    clearOfferedPictures()
    accept(offered.files, offered.urls)
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the labelled controls inside do the same.
    <div
      ref={box}
      data-picture-field={name}
      onDragOver={(event) => {
        event.preventDefault()
        setFileOver(true)
      }}
      onDragLeave={() => setFileOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setFileOver(false)
        if (event.dataTransfer.types.includes(positionType)) return
        const files = [...event.dataTransfer.files]
        const address = event.dataTransfer.getData('text/uri-list').split('\n')[0]?.trim()
        accept(files, files.length === 0 && address ? [address] : [])
      }}
      data-over={isFileOver || undefined}
      className="grid grid-cols-1 gap-1.5 rounded-md outline-accent outline-offset-4 data-over:outline-2"
    >
      {children}
    </div>
  )
}
