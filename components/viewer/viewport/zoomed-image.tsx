import { clampZoom, pictureRect, type Size, type ZoomState } from './zoom'

type Props = {
  src: string
  alt: string
  picture: Size
  viewport: Size
  zoom: ZoomState
  onError?: () => void
}

export function ZoomedImage({ src, alt, picture, viewport, zoom, onError }: Props) {
  const geometry = { viewport, picture }
  const { x, y, width, height } = pictureRect(clampZoom(zoom, geometry), geometry)
  return (
    <img
      src={src}
      alt={alt}
      draggable={false}
      decoding="sync"
      onError={onError}
      className="absolute top-0 left-0 max-w-none origin-top-left"
      style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
    />
  )
}
