import { type RefObject, useEffect } from 'react'
import type { TileBox } from './layout'
import { coveredTop } from './scroll-to-box'

/** An arrow key pressed while nothing has the focus enters the grid, at the first tile in view. */
export function useGridEntry(
  ref: RefObject<HTMLElement | null>,
  boxes: TileBox[],
  focusOn: (box: TileBox) => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.target !== document.body || document.querySelector('dialog[open]')) return
      if (!event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return
      const top = ref.current?.getBoundingClientRect().top ?? 0
      const first = boxes.find(({ y }) => top + y >= coveredTop) ?? boxes.at(-1)
      if (!first) return
      event.preventDefault()
      focusOn(first)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [ref, boxes, focusOn])
}
