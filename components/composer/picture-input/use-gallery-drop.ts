import { type RefObject, useEffect, useRef, useState } from 'react'
import { useDrag } from '@/components/gallery/grid/drag'
import type { OfferedPictures } from '@/lib/draft/offered-pictures'

/** Takes pictures dragged from the gallery. @returns whether they are over the box now */
export function useGalleryDrop(
  box: RefObject<HTMLElement | null>,
  onDrop: (pictures: OfferedPictures) => void,
): boolean {
  const drag = useDrag()
  const [isOver, setOver] = useState(false)
  const drop = useRef(onDrop)
  drop.current = onDrop

  useEffect(() => {
    if (!drag) return
    const controller = new AbortController()
    const options = { capture: true, signal: controller.signal }
    const isInside = ({ clientX, clientY }: PointerEvent) => {
      const bounds = box.current?.getBoundingClientRect()
      return (
        bounds !== undefined &&
        clientX >= bounds.left &&
        clientX <= bounds.right &&
        clientY >= bounds.top &&
        clientY <= bounds.bottom
      )
    }
    addEventListener('pointermove', (event) => setOver(isInside(event)), options)
    addEventListener(
      'pointerup',
      async (event) => {
        setOver(false)
        if (!isInside(event)) return
        const { inputsFromRecords } = await import('./inputs-from-records')
        drop.current(await inputsFromRecords(drag.ids))
      },
      options,
    )
    return () => {
      controller.abort()
      setOver(false)
    }
  }, [drag, box])

  return drag !== null && isOver
}
