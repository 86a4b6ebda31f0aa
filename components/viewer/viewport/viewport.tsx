import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Room, Size, View } from '@/components/viewer/viewport/zoom'
import { useGestures } from './use-gestures'
import { useSize } from './use-size'

type Props = {
  /** The px of the picture that gestures are reckoned by; null where there is none. */
  picture: Size | null
  view: View
  onView: (view: View) => void
  onSwipe?: (direction: -1 | 1) => void
  /** Told the px there are, for keys and buttons that zoom too. */
  onRoom?: (room: Room | null) => void
  className?: string
  /** What lies on the stage, once its size is known. */
  children: (stage: Size) => ReactNode
}

/** A place to look at pictures: zoomed by wheel, pinch and double click, moved by dragging. */
export function Viewport({
  picture,
  view,
  onView,
  onSwipe,
  onRoom,
  className = '',
  children,
}: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const stage = useSize(ref)
  const width = picture?.width
  const height = picture?.height
  const room = useMemo(
    () => (stage && width && height ? { stage, picture: { width, height } } : null),
    [stage, width, height],
  )
  useGestures(ref, { view, room, onView, onSwipe })
  useEffect(() => onRoom?.(room), [room, onRoom])

  return (
    <div
      ref={ref}
      data-stage
      className={`relative touch-none select-none overflow-hidden ${view.scale > 1 ? 'cursor-grab active:cursor-grabbing' : ''} ${className}`}
    >
      {stage ? children(stage) : null}
    </div>
  )
}
