import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useGestures } from './use-gestures'
import { useSize } from './use-size'
import type { Size, ZoomGeometry, ZoomState } from './zoom'

type Props = {
  /** The picture's own size in px; null where there is no picture. */
  picture: Size | null
  zoom: ZoomState
  onZoom: (zoom: ZoomState) => void
  onSwipe?: (direction: -1 | 1) => void
  /** Called when a size changes, for the keys and buttons that zoom. */
  onGeometry?: (geometry: ZoomGeometry | null) => void
  className?: string
  /** Rendered once the viewport's size is known. */
  children: (viewport: Size) => ReactNode
}

/** An area that shows a picture: zoomed by wheel, pinch and double click, moved by dragging. */
export function Viewport({
  picture,
  zoom,
  onZoom,
  onSwipe,
  onGeometry,
  className = '',
  children,
}: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const viewport = useSize(ref)
  const width = picture?.width
  const height = picture?.height
  const geometry = useMemo(
    () => (viewport && width && height ? { viewport, picture: { width, height } } : null),
    [viewport, width, height],
  )
  useGestures(ref, { zoom, geometry, onZoom, onSwipe })
  useEffect(() => onGeometry?.(geometry), [geometry, onGeometry])

  return (
    <div
      ref={ref}
      data-viewport
      className={`relative touch-none select-none overflow-hidden ${zoom.scale > 1 ? 'cursor-grab active:cursor-grabbing' : ''} ${className}`}
    >
      {viewport ? children(viewport) : null}
    </div>
  )
}
