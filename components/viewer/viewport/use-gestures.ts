import { type RefObject, useEffect, useRef } from 'react'
import { type Point, panBy, toggleZoom, type ZoomGeometry, type ZoomState, zoomAt } from './zoom'

type Options = {
  zoom: ZoomState
  geometry: ZoomGeometry | null
  onZoom: (zoom: ZoomState) => void
  /** A finger swiped over a picture that is not zoomed: -1 to the left, 1 to the right. */
  onSwipe?: (direction: -1 | 1) => void
}

const minSwipePx = 60

/** Wheel, drag, pinch and double click on a viewport. */
export function useGestures(ref: RefObject<HTMLElement | null>, options: Options): void {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  useEffect(() => {
    const viewport = ref.current
    if (!viewport) return
    const pointers = new Map<number, Point>()
    let swipePx = 0

    const change = (update: (zoom: ZoomState, geometry: ZoomGeometry) => ZoomState) => {
      const { zoom, geometry, onZoom } = latest.current
      if (!geometry) return
      // Several events may come before React renders: each continues from the one before.
      const next = update(zoom, geometry)
      latest.current = { ...latest.current, zoom: next }
      onZoom(next)
    }
    const fromCenter = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point => {
      const { left, top, width, height } = viewport.getBoundingClientRect()
      return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const speed = event.ctrlKey ? 0.01 : 0.002
      const factor = Math.exp(-event.deltaY * unit * speed)
      change((zoom, geometry) => zoomAt(zoom, factor, fromCenter(event), geometry))
    }
    // Safari sends these for two fingers on a trackpad. On a touch screen they come beside pointers, which do it.
    let gestureScale = 1
    const onGestureStart = (event: Event) => {
      event.preventDefault()
      gestureScale = 1
    }
    const onGestureChange = (event: Event) => {
      event.preventDefault()
      if (pointers.size > 0 || !isGesture(event)) return
      const factor = event.scale / gestureScale
      gestureScale = event.scale
      change((zoom, geometry) => zoomAt(zoom, factor, fromCenter(event), geometry))
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || isOnControl(event)) return
      viewport.setPointerCapture(event.pointerId)
      pointers.set(event.pointerId, fromCenter(event))
      swipePx = 0
    }
    const onMove = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId)
      if (!before) return
      const after = fromCenter(event)
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      pointers.set(event.pointerId, after)
      if (other) return change((zoom, geometry) => pinch(zoom, other, before, after, geometry))
      const by = { x: after.x - before.x, y: after.y - before.y }
      if (latest.current.zoom.scale > 1) change((zoom, geometry) => panBy(zoom, by, geometry))
      else if (event.pointerType === 'touch') swipePx += by.x
    }
    const onUp = (event: PointerEvent) => {
      const wasLast = pointers.delete(event.pointerId) && pointers.size === 0
      if (wasLast && Math.abs(swipePx) > minSwipePx) latest.current.onSwipe?.(swipePx > 0 ? 1 : -1)
      swipePx = 0
    }
    const onDoubleClick = (event: MouseEvent) => {
      if (isOnControl(event)) return
      change((zoom, geometry) => toggleZoom(zoom, fromCenter(event), geometry))
    }

    const end = new AbortController()
    const { signal } = end
    viewport.addEventListener('wheel', onWheel, { passive: false, signal })
    viewport.addEventListener('gesturestart', onGestureStart, { signal })
    viewport.addEventListener('gesturechange', onGestureChange, { signal })
    viewport.addEventListener('pointerdown', onDown, { signal })
    viewport.addEventListener('pointermove', onMove, { signal })
    viewport.addEventListener('pointerup', onUp, { signal })
    viewport.addEventListener('pointercancel', onUp, { signal })
    viewport.addEventListener('dblclick', onDoubleClick, { signal })
    return () => end.abort()
  }, [ref])
}

/** WebKit's own kind of event. Its scale is 1 where the fingers began. */
type Gesture = Event & { scale: number; clientX: number; clientY: number }

const isGesture = (event: Event): event is Gesture =>
  'scale' in event && typeof event.scale === 'number' && event.scale > 0

const isOnControl = ({ target }: Event) =>
  target instanceof Element && target.closest('button, input') !== null

/** One of two fingers moved: the picture grows with their distance and follows their midpoint. */
function pinch(
  zoom: ZoomState,
  other: Point,
  before: Point,
  after: Point,
  geometry: ZoomGeometry,
): ZoomState {
  const distance = (a: Point) => Math.hypot(a.x - other.x, a.y - other.y) || 1
  const by = { x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 }
  const midpoint = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }
  return zoomAt(panBy(zoom, by, geometry), distance(after) / distance(before), midpoint, geometry)
}
