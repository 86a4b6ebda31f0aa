import { ImageOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FullScreen } from './full-screen'
import { closeOverlay } from './overlay-address'

/** Shown for an address whose picture this browser does not have. */
export function PictureNotFound() {
  return (
    <FullScreen label="Picture" onClose={closeOverlay}>
      <div className="grid h-full place-content-center justify-items-center gap-4 p-6 text-center">
        <ImageOff size={28} aria-hidden className="text-muted" />
        <div className="max-w-sm space-y-1.5 text-balance">
          <h2 className="font-semibold text-base">This picture is not in this browser</h2>
          <p className="text-muted">
            Pictures stay in the browser that made them. It may have been deleted, or the link may
            come from another device.
          </p>
        </div>
        <Button onClick={closeOverlay}>Go to gallery</Button>
      </div>
    </FullScreen>
  )
}
