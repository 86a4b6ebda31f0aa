import { useEffect, useState } from 'react'
import { type Drag, setDrag } from './drag'

/**
 * Follows a drag to its end. Escape calls it off.
 * @param onDrop told the `data-board` let go upon
 * @returns where the pointer is, in px of the window, and the `data-board` under it
 */
export function useDrop(drag: Drag, onDrop: (board: string) => void) {
  const [at, setAt] = useState<{ x: number; y: number; over: string | null }>({
    ...drag,
    over: null,
  })

  useEffect(() => {
    const end = new AbortController()
    const until = { signal: end.signal, capture: true }
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) =>
      setAt({ x, y, over: boardAt(x, y) })
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
    addEventListener('pointermove', onMove, until)
    addEventListener('pointerup', onUp, until)
    addEventListener('pointercancel', () => setDrag(null), until)
    addEventListener('keydown', onKey, until)
    return () => end.abort()
  }, [onDrop])

  return at
}

const boardAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-board]')?.dataset.board ?? null

/** Letting go is no click, though the browser makes one of it where nothing moved away beneath. */
function swallowClick(): void {
  const end = new AbortController()
  addEventListener('click', (event) => event.stopPropagation(), {
    capture: true,
    signal: end.signal,
  })
  setTimeout(() => end.abort())
}
