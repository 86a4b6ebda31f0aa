import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Entry } from '@/lib/record/entry'
import { setDrag } from './drag'

const minDragPx = 6

/**
 * Starts a drag once the pressed pointer has moved far enough. Dragging a selected picture drags the whole
 * selection. Not the browser's own drag and drop, which not every browser starts on a button. Touch scrolls.
 */
export function beginDrag(press: ReactPointerEvent, selectedEntries: Entry[]): void {
  const { target, pointerType, button, clientX, clientY } = press
  if (pointerType === 'touch' || button !== 0 || !(target instanceof Element)) return
  const id = target.matches('[data-picture]')
    ? target.closest<HTMLElement>('[data-tile]')?.dataset.tile
    : undefined
  if (!id) return
  const selectedIds = selectedEntries.map((entry) => entry.id)
  const ids = selectedIds.includes(id) ? selectedIds : [id]

  const end = new AbortController()
  const options = { signal: end.signal }
  const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (Math.hypot(x - clientX, y - clientY) < minDragPx) return
    end.abort()
    setDrag({ ids, x, y })
  }
  addEventListener('pointermove', onMove, options)
  addEventListener('pointerup', () => end.abort(), options)
  addEventListener('pointercancel', () => end.abort(), options)
}
