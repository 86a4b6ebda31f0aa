'use client'

import { Images } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

const loadChooser = () => import('./gallery-chooser')
const GalleryChooser = dynamic(() => loadChooser().then((room) => room.GalleryChooser), {
  ssr: false,
})

/** Opens the finished pictures of this browser, to take one as an input. */
export function GalleryButton({ onFile }: { onFile: (file: Blob) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="icon"
        aria-haspopup="dialog"
        aria-label="Choose a picture of the gallery"
        title="Choose a picture of the gallery"
        onPointerEnter={loadChooser}
        onFocus={loadChooser}
        onClick={() => setOpen(true)}
      >
        <Images size={15} aria-hidden />
      </Button>
      {open && <GalleryChooser onFile={onFile} onClose={() => setOpen(false)} />}
    </>
  )
}
