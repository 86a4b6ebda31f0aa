import { useMemo, useRef } from 'react'
import { useScrollWindow } from '@/components/experiments/pictures/use-scroll-window'
import { boxesBetween, layoutTiles } from '@/components/gallery/grid/layout'
import { useWidth } from '@/components/gallery/grid/use-width'
import { Thumbnail } from '@/components/viewer/thumbnail'
import type { Entry } from '@/lib/record/entry'
import { PresentedPicture } from './presented-picture'

type Props = { pictures: Entry[]; onShow: (id: string) => void }

/** The newest picture large, the others in rows below it. */
export function PresentedGallery({ pictures, onShow }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRef<HTMLUListElement>(null)
  const width = useWidth(rows)
  const view = useScrollWindow(scroller)
  const [newest, ...others] = pictures
  const layout = useMemo(() => layoutTiles(pictures.slice(1), width), [pictures, width])
  const top = rows.current?.offsetTop ?? 0
  const inView = new Set(
    boxesBetween(layout.boxes, view.top - top, view.bottom - top).map(({ id }) => id),
  )
  const boxes = layout.boxes.filter(({ id }) => inView.has(id))
  if (!newest) return null
  return (
    <div ref={scroller} className="relative size-full overflow-y-auto overscroll-contain p-2">
      <button
        type="button"
        aria-label="Show the newest picture"
        onClick={() => onShow(newest.id)}
        className={`relative mb-2 block w-full rounded-md ${others.length > 0 ? 'h-[74dvh]' : 'h-[calc(100dvh-1rem)]'}`}
      >
        <PresentedPicture picture={newest} neighbours={[]} label="The newest picture" />
      </button>
      <ul ref={rows} className="relative" style={{ height: layout.height }}>
        {boxes.map(({ id, x, y, width: tileWidth, height }) => (
          <li key={id} className="absolute" style={{ left: x, top: y, width: tileWidth, height }}>
            <button
              type="button"
              aria-label={`Show picture ${pictures.findIndex((one) => one.id === id) + 1}`}
              onClick={() => onShow(id)}
              className="size-full rounded-md"
            >
              <Thumbnail id={id} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
