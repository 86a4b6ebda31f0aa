import { type ReactNode, useState } from 'react'

type Props = {
  onFiles: (files: File[]) => void
  onAddress: (url: string) => void
  children: ReactNode
}

/** Takes files and pictures of any page, dropped upon it. */
export function PictureDrop({ onFiles, onAddress, children }: Props) {
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop only doubles the labelled controls inside.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        const files = [...event.dataTransfer.files]
        const address = event.dataTransfer.getData('text/uri-list').split('\n')[0]?.trim()
        if (files.length > 0) onFiles(files)
        else if (address) onAddress(address)
      }}
      className={`grid grid-cols-1 gap-1.5 rounded-md ${over ? 'outline-2 outline-accent outline-offset-4' : ''}`}
    >
      {children}
    </div>
  )
}
