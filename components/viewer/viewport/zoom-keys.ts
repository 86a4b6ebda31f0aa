import {
  panBy,
  type Room,
  toggleZoom,
  type View,
  whole,
  zoomAt,
} from '@/components/viewer/viewport/zoom'

const middle = { x: 0, y: 0 }
const step = 1.4
/** The share of the stage that an arrow key moves. */
const stride = 0.15

export type Zoom = {
  view: View
  isZoomed: boolean
  nearer: () => void
  farther: () => void
  reset: () => void
  toggle: () => void
  /** The keys that zoom; and while zoomed, the arrows that move. */
  keys: Record<string, () => void>
}

/** Zooming without a pointer: around the middle. */
export function zoomOf(view: View, room: Room | null, onView: (view: View) => void): Zoom {
  const by = (factor: number) => () => room && onView(zoomAt(view, factor, middle, room))
  const move = (x: number, y: number) => () => {
    if (!room) return
    const { width, height } = room.stage
    onView(panBy(view, { x: x * width * stride, y: y * height * stride }, room))
  }
  const nearer = by(step)
  const farther = by(1 / step)
  const reset = () => onView(whole)
  const isZoomed = view.scale > 1
  return {
    view,
    isZoomed,
    nearer,
    farther,
    reset,
    toggle: () => room && onView(toggleZoom(view, middle, room)),
    keys: {
      '+': nearer,
      '=': nearer,
      '-': farther,
      '0': reset,
      ...(isZoomed && {
        ArrowLeft: move(1, 0),
        ArrowRight: move(-1, 0),
        ArrowUp: move(0, 1),
        ArrowDown: move(0, -1),
      }),
    },
  }
}
