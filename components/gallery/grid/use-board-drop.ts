import { useEffect, useState } from 'react'
import { type Drag, setDrag } from './drag'

/**
 * Follows a drag to its end. Escape cancels it.
 * @param onDrop called with the `data-board` that the pictures were dropped on
 * @returns the pointer's position, in px of the window, and the `data-board` under it
 */
export function useBoardDrop(drag: Drag, onDrop: (board: string) => void) {
  const [pointer, setPointer] = useState<{ x: number; y: number; over: string | null }>({
    ...drag,
    over: null,
  })

  useEffect(() => {
    const end = new AbortController()
    const options = { signal: end.signal, capture: true }
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) =>
      setPointer({ x, y, over: boardAt(x, y) })
    const onUp = ({ clientX, clientY }: PointerEvent) => {
      swallowClick()
      setDrag(null)
      const board = boardAt(clientX, clientY)
      if (board !== null) onDrop(board)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setDrag(null)
    }
    addEventListener('pointermove', onMove, options)
    addEventListener('pointerup', onUp, options)
    addEventListener('pointercancel', () => setDrag(null), options)
    addEventListener('keydown', onKey, options)
    return () => end.abort()
  }, [onDrop])

  return pointer
}

const boardAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-board]')?.dataset.board ?? null

/** Prevents the click that the browser sends where the drag began and ended on the same element. */
function swallowClick(): void {
  const end = new AbortController()
  addEventListener('click', (event) => event.stopPropagation(), {
    capture: true,
    signal: end.signal,
  })
  setTimeout(() => end.abort())
}
