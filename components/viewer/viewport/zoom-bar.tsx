import { ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { pixelScale, type ZoomGeometry } from './zoom'
import type { ZoomControls } from './zoom-controls'

type Props = { controls: ZoomControls; geometry: ZoomGeometry | null }

/** How large the picture is shown, and buttons to change it. */
export function ZoomBar({ controls, geometry }: Props) {
  const percent = geometry ? Math.round(pixelScale(controls.zoom, geometry) * 100) : 100
  return (
    <div className="flex items-center">
      <Button
        look="quiet"
        size="icon"
        aria-label="Zoom out"
        title="Zoom out (−)"
        className="max-sm:hidden"
        onClick={controls.zoomOut}
      >
        <ZoomOut size={16} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="sm"
        title={controls.isZoomed ? 'Fit (0)' : 'Actual size'}
        aria-label={`${percent}%, ${controls.isZoomed ? 'fit' : 'actual size'}`}
        className="w-14 px-0! tabular-nums"
        onClick={controls.toggle}
      >
        {percent}%
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Zoom in"
        title="Zoom in (+)"
        className="max-sm:hidden"
        onClick={controls.zoomIn}
      >
        <ZoomIn size={16} aria-hidden />
      </Button>
    </div>
  )
}
