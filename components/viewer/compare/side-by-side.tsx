import { Viewport } from '../viewport/viewport'
import type { Size, ZoomGeometry, ZoomState } from '../viewport/zoom'
import { ZoomedImage } from '../viewport/zoomed-image'

export type ComparedPicture = { id: string; name: string; src: string; alt: string; picture: Size }

export type ComparedPicturesProps = {
  pictures: ComparedPicture[]
  zoom: ZoomState
  onZoom: (zoom: ZoomState) => void
  onGeometry: (geometry: ZoomGeometry | null) => void
}

/** Each picture in a viewport of its own. All are zoomed and moved together. */
export function SideBySide({ pictures, zoom, onZoom, onGeometry }: ComparedPicturesProps) {
  const columns = pictures.length === 4 ? 'grid-cols-2' : 'sm:auto-cols-fr sm:grid-flow-col'
  return (
    <div className={`grid min-h-0 flex-1 auto-rows-fr gap-px bg-line ${columns}`}>
      {pictures.map((one, index) => (
        <Viewport
          key={one.id}
          picture={one.picture}
          zoom={zoom}
          onZoom={onZoom}
          onGeometry={index === 0 ? onGeometry : undefined}
          className="min-h-0 min-w-0 bg-page"
        >
          {(viewport) => (
            <>
              <ZoomedImage {...one} viewport={viewport} zoom={zoom} />
              <NameTag name={one.name} />
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
