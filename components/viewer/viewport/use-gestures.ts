import { type RefObject, useEffect, useRef } from 'react'
import {
  type Point,
  panBy,
  type Room,
  toggleZoom,
  type View,
  zoomAt,
} from '@/components/viewer/viewport/zoom'

type Hands = {
  view: View
  room: Room | null
  onView: (view: View) => void
  /** A finger swept over the whole picture: -1 to the left, 1 to the right. */
  onSwipe?: (direction: -1 | 1) => void
}

const swipePx = 60

/** Wheel, drag, pinch and double click on a stage. */
export function useGestures(ref: RefObject<HTMLElement | null>, hands: Hands): void {
  const now = useRef(hands)
  useEffect(() => {
    now.current = hands
  })

  useEffect(() => {
    const stage = ref.current
    if (!stage) return
    const fingers = new Map<number, Point>()
    let swept = 0

    const change = (to: (view: View, room: Room) => View) => {
      const { view, room, onView } = now.current
      if (!room) return
      // Several events may come before React renders: each goes on from the last.
      const next = to(view, room)
      now.current = { ...now.current, view: next }
      onView(next)
    }
    const fromMiddle = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top, width, height } = stage.getBoundingClientRect()
      return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const speed = event.ctrlKey ? 0.01 : 0.002
      const factor = Math.exp(-event.deltaY * lines * speed)
      change((view, room) => zoomAt(view, factor, fromMiddle(event), room))
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return
      if (event.target instanceof Element && event.target.closest('button, input')) return
      stage.setPointerCapture(event.pointerId)
      fingers.set(event.pointerId, fromMiddle(event))
      swept = 0
    }
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (!before) return
      const after = fromMiddle(event)
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
      fingers.set(event.pointerId, after)
      if (other) return change((view, room) => pinch(view, other, before, after, room))
      const by = { x: after.x - before.x, y: after.y - before.y }
      if (now.current.view.scale > 1) change((view, room) => panBy(view, by, room))
      else if (event.pointerType === 'touch') swept += by.x
    }
    const onUp = (event: PointerEvent) => {
      const wasOne = fingers.delete(event.pointerId) && fingers.size === 0
      if (wasOne && Math.abs(swept) > swipePx) now.current.onSwipe?.(swept > 0 ? 1 : -1)
      swept = 0
    }
    const onDouble = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button, input')) return
      change((view, room) => toggleZoom(view, fromMiddle(event), room))
    }

    stage.addEventListener('wheel', onWheel, { passive: false })
    stage.addEventListener('pointerdown', onDown)
    stage.addEventListener('pointermove', onMove)
    stage.addEventListener('pointerup', onUp)
    stage.addEventListener('pointercancel', onUp)
    stage.addEventListener('dblclick', onDouble)
    return () => {
      stage.removeEventListener('wheel', onWheel)
      stage.removeEventListener('pointerdown', onDown)
      stage.removeEventListener('pointermove', onMove)
      stage.removeEventListener('pointerup', onUp)
      stage.removeEventListener('pointercancel', onUp)
      stage.removeEventListener('dblclick', onDouble)
    }
  }, [ref])
}

/** One of two fingers moved: the picture grows with their distance and follows their middle. */
function pinch(view: View, other: Point, before: Point, after: Point, room: Room): View {
  const distance = (a: Point) => Math.hypot(a.x - other.x, a.y - other.y) || 1
  const by = { x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 }
  const at = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }
  return zoomAt(panBy(view, by, room), distance(after) / distance(before), at, room)
}
