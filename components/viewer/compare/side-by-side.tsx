import type { Room, Size, View } from '@/components/viewer/viewport/zoom'
import { Viewport } from '../viewport/viewport'
import { ZoomedImage } from '../viewport/zoomed-image'

export type ComparedScene = { id: string; name: string; src: string; alt: string; picture: Size }

export type ScenesProps = {
  scenes: ComparedScene[]
  view: View
  onView: (view: View) => void
  onRoom: (room: Room | null) => void
}

/** Each picture on a stage of its own; all are zoomed and moved as one. */
export function SideBySide({ scenes, view, onView, onRoom }: ScenesProps) {
  const columns = scenes.length === 4 ? 'grid-cols-2' : 'sm:auto-cols-fr sm:grid-flow-col'
  return (
    <div className={`grid min-h-0 flex-1 auto-rows-fr gap-px bg-line ${columns}`}>
      {scenes.map((scene, at) => (
        <Viewport
          key={scene.id}
          picture={scene.picture}
          view={view}
          onView={onView}
          onRoom={at === 0 ? onRoom : undefined}
          className="min-h-0 min-w-0 bg-page"
        >
          {(stage) => (
            <>
              <ZoomedImage {...scene} stage={stage} view={view} />
              <NameTag name={scene.name} />
            </>
          )}
        </Viewport>
      ))}
    </div>
  )
}

export const NameTag = ({ name, right = false }: { name: string; right?: boolean }) => (
  <span
    className={`pointer-events-none absolute top-2 rounded bg-black/65 px-1.5 font-medium text-2xs text-white ${right ? 'right-2' : 'left-2'}`}
  >
    {name}
  </span>
)
