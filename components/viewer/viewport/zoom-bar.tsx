import { ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { pixelSize, type Room } from '@/components/viewer/viewport/zoom'
import type { Zoom } from './zoom-keys'

/** How large the picture is shown, and buttons to change it. */
export function ZoomBar({ zoom, room }: { zoom: Zoom; room: Room | null }) {
  const percent = room ? Math.round(pixelSize(zoom.view, room) * 100) : 100
  return (
    <div className="flex items-center">
      <Button
        look="quiet"
        size="icon"
        aria-label="Zoom out"
        title="Zoom out (−)"
        className="max-sm:hidden"
        onClick={zoom.farther}
      >
        <ZoomOut size={16} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="sm"
        title={zoom.isZoomed ? 'Show the whole picture (0)' : 'Show its own pixels'}
        aria-label={`${percent} %, ${zoom.isZoomed ? 'show the whole picture' : 'show its own pixels'}`}
        className="w-14 px-0! tabular-nums"
        onClick={zoom.toggle}
      >
        {percent} %
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Zoom in"
        title="Zoom in (+)"
        className="max-sm:hidden"
        onClick={zoom.nearer}
      >
        <ZoomIn size={16} aria-hidden />
      </Button>
    </div>
  )
}
