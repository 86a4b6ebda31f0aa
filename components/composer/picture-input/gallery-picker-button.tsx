import { Images } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const GalleryPicker = lazyPart(() => import('./gallery-picker').then((file) => file.GalleryPicker))

type Props = { onFile: (file: Blob) => void; onAddress: (url: string) => void }

/** Opens the finished pictures of this browser, to take one as an input. */
export function GalleryPickerButton(take: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="icon"
        aria-haspopup="dialog"
        aria-label="Choose a picture of the gallery"
        title="Choose a picture of the gallery"
        onPointerEnter={GalleryPicker.preload}
        onFocus={GalleryPicker.preload}
        onClick={() => setOpen(true)}
      >
        <Images size={15} aria-hidden />
      </Button>
      {open && <GalleryPicker {...take} onClose={() => setOpen(false)} />}
    </>
  )
}
