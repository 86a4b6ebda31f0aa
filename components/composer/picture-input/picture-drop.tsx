import { type ReactNode, useEffect, useRef, useState } from 'react'
import { clearOfferedPictures, useOfferedPictures } from '@/lib/draft/offered-pictures'
import { positionType } from './position-type'
import { useGalleryDrop } from './use-gallery-drop'
import { useKeepFocus } from './use-keep-focus'

type Props = {
  /** The property that the pictures are for. */
  name: string
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
  children: ReactNode
}

/** Takes files, pictures of other pages and pictures of the gallery that are dropped on it, or offered to it. */
export function PictureDrop({ name, onFiles, onAddress, children }: Props) {
  const [isFileOver, setFileOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const accept = (files: Blob[], urls: string[]) => {
    if (files.length > 0) onFiles(files)
    for (const url of urls) onAddress(url)
  }
  const isPictureOver = useGalleryDrop(box, ({ files, urls }) => accept(files, urls))
  useKeepFocus(box)

  const offered = useOfferedPictures()
  useEffect(() => {
    if (offered?.field !== name) return
    clearOfferedPictures()
    accept(offered.files, offered.urls)
  })

  const isOver = isFileOver || isPictureOver
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the labelled controls inside do the same.
    <div
      ref={box}
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
      className={`grid grid-cols-1 gap-1.5 rounded-md ${isOver ? 'outline-2 outline-accent outline-offset-4' : ''}`}
    >
      {children}
    </div>
  )
}
