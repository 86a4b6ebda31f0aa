import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Entry } from '@/lib/record/entry'
import { setDrag } from './drag'

/** Px that a pressed pointer moves before it drags. */
const threshold = 6

/**
 * Waits whether a press on a picture becomes a drag; with a chosen one go all that are chosen. Not the
 * browser's own dragging: that does not begin on a button everywhere. A finger scrolls instead.
 */
export function beginDrag(press: ReactPointerEvent, chosen: Entry[]): void {
  const { target, pointerType, button, clientX, clientY } = press
  if (pointerType === 'touch' || button !== 0 || !(target instanceof Element)) return
  const id = target.matches('[data-picture]')
    ? target.closest<HTMLElement>('[data-tile]')?.dataset.tile
    : undefined
  if (!id) return
  const among = chosen.map((entry) => entry.id)
  const ids = among.includes(id) ? among : [id]

  const end = new AbortController()
  const until = { signal: end.signal }
  const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (Math.hypot(x - clientX, y - clientY) < threshold) return
    end.abort()
    setDrag({ ids, x, y })
  }
  addEventListener('pointermove', onMove, until)
  addEventListener('pointerup', () => end.abort(), until)
  addEventListener('pointercancel', () => end.abort(), until)
}
