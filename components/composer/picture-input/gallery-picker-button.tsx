import { Images } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const GalleryPicker = lazyPart(() => import('./gallery-picker').then((file) => file.GalleryPicker))

type Props = {
  max: number
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
}

/** Opens the finished pictures of this browser, to choose some as inputs. */
export function GalleryPickerButton(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="icon"
        aria-haspopup="dialog"
        aria-label="Choose from gallery"
        title="Choose from gallery"
        onPointerEnter={GalleryPicker.preload}
        onFocus={GalleryPicker.preload}
        onClick={() => setOpen(true)}
      >
        <Images size={15} aria-hidden />
      </Button>
      {open && <GalleryPicker {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
