import { Button } from '@/components/ui/button'
import { Viewport } from '../viewport/viewport'
import { ZoomedImage } from '../viewport/zoomed-image'
import { NameTag, type ScenesProps } from './side-by-side'

type Props = ScenesProps & { turn: number; onTurn: (turn: number) => void }

/** The pictures in the same place, one at a time: what differs jumps to the eye. Nothing moves by itself. */
export function FlickerCompare({ scenes, view, onView, onRoom, turn, onTurn }: Props) {
  const at = turn % Math.max(1, scenes.length)
  const scene = scenes[at]
  if (!scene) return <div className="flex-1" />
  return (
    <>
      <Viewport
        picture={scene.picture}
        view={view}
        onView={onView}
        onRoom={onRoom}
        className="min-h-0 flex-1"
      >
        {(stage) => (
          <>
            {scenes.map((one) => (
              <div key={one.id} className={one === scene ? '' : 'invisible'}>
                <ZoomedImage {...one} stage={stage} view={view} />
              </div>
            ))}
            <NameTag name={scene.name} />
          </>
        )}
      </Viewport>
      <div className="flex items-center justify-center gap-1 border-t px-4 py-1.5">
        {scenes.map((one, index) => (
          <Button
            key={one.id}
            look="quiet"
            size="sm"
            aria-pressed={index === at}
            className="aria-pressed:bg-hover aria-pressed:text-ink"
            onClick={() => onTurn(index)}
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
            onTurn(at + 1)
          }}
          onLostPointerCapture={() => onTurn(at + scenes.length - 1)}
          onClick={(event) => event.detail === 0 && onTurn(at + 1)}
        >
          Hold to peek
        </Button>
      </div>
    </>
  )
}
