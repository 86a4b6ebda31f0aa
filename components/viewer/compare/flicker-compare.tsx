import { Button } from '@/components/ui/button'
import { Viewport } from '../viewport/viewport'
import { ZoomedImage } from '../viewport/zoomed-image'
import { type ComparedPicturesProps, NameTag } from './side-by-side'

type Props = ComparedPicturesProps & { index: number; onIndex: (index: number) => void }

/** Shows the pictures one at a time in the same place. They change only by key or button. */
export function FlickerCompare({ pictures, zoom, onZoom, onGeometry, index, onIndex }: Props) {
  const shownIndex = index % Math.max(1, pictures.length)
  const shown = pictures[shownIndex]
  if (!shown) return <div className="flex-1" />
  return (
    <>
      <Viewport
        picture={shown.picture}
        zoom={zoom}
        onZoom={onZoom}
        onGeometry={onGeometry}
        className="min-h-0 flex-1"
      >
        {(viewport) => (
          <>
            {pictures.map((one) => (
              <div key={one.id} className={one === shown ? '' : 'invisible'}>
                <ZoomedImage {...one} viewport={viewport} zoom={zoom} />
              </div>
            ))}
            <NameTag name={shown.name} />
          </>
        )}
      </Viewport>
      <div className="flex items-center justify-center gap-1 border-t px-4 py-1.5">
        {pictures.map((one, position) => (
          <Button
            key={one.id}
            look="quiet"
            size="sm"
            aria-pressed={position === shownIndex}
            className="aria-pressed:bg-hover aria-pressed:text-ink"
            onClick={() => onIndex(position)}
          >
            {one.name}
          </Button>
        ))}
        <Button
          size="sm"
          className="ml-3 touch-none"
          title="Hold to see the next; Space turns to it"
          onPointerDown={({ currentTarget, pointerId }) => {
            currentTarget.setPointerCapture(pointerId)
            onIndex(shownIndex + 1)
          }}
          onLostPointerCapture={() => onIndex(shownIndex + pictures.length - 1)}
          onClick={(event) => event.detail === 0 && onIndex(shownIndex + 1)}
        >
          Hold to peek
        </Button>
      </div>
    </>
  )
}
