import type { PointerEvent } from 'react'
import { Slider } from '@/components/ui/slider'
import { Viewport } from '../viewport/viewport'
import { ZoomedImage } from '../viewport/zoomed-image'
import { type ComparedPicturesProps, NameTag } from './side-by-side'

type Props = ComparedPicturesProps & { share: number; onShare: (share: number) => void }

/** Two pictures in the same place: the first is visible left of a line, the second right of it. */
export function SliderCompare({ pictures, zoom, onZoom, onGeometry, share, onShare }: Props) {
  const [left, right] = pictures
  if (!left || !right) return <div className="flex-1" />
  const drag = (event: PointerEvent<HTMLElement>) => {
    const viewport = event.currentTarget.closest('[data-viewport]')
    if (event.buttons !== 1 || !viewport) return
    const box = viewport.getBoundingClientRect()
    onShare(Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1))
  }
  return (
    <>
      <Viewport
        picture={right.picture}
        zoom={zoom}
        onZoom={onZoom}
        onGeometry={onGeometry}
        className="min-h-0 flex-1"
      >
        {(viewport) => (
          <>
            <ZoomedImage {...right} viewport={viewport} zoom={zoom} />
            <div
              className="absolute inset-0 bg-page"
              style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}
            >
              <ZoomedImage {...left} viewport={viewport} zoom={zoom} />
            </div>
            <NameTag name={left.name} />
            <NameTag name={right.name} right />
            <button
              type="button"
              tabIndex={-1}
              aria-hidden
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag}
              className="-translate-x-1/2 group/handle absolute inset-y-0 w-11 cursor-ew-resize! touch-none"
              style={{ left: `${share * 100}%` }}
            >
              <span className="mx-auto block h-full w-0.5 bg-white shadow-[0_0_3px_rgb(0_0_0/0.6)]" />
              <span className="-translate-1/2 absolute top-1/2 left-1/2 size-7 rounded-full border-2 border-white bg-black/30 shadow-[0_0_3px_rgb(0_0_0/0.6)]" />
            </button>
          </>
        )}
      </Viewport>
      <div className="flex items-center gap-3 border-t px-4 py-1 text-muted text-xs">
        {left.name}
        <Slider
          aria-label={`Where ${left.name} ends and ${right.name} begins, in percent`}
          min={0}
          max={100}
          value={Math.round(share * 100)}
          onChange={({ target }) => onShare(Number(target.value) / 100)}
          className="flex-1"
        />
        {right.name}
      </div>
    </>
  )
}
