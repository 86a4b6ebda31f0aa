import { placed, type Size, settle, type View } from '@/components/viewer/viewport/zoom'

type Props = {
  src: string
  alt: string
  picture: Size
  stage: Size
  view: View
  onError?: () => void
}

/** A picture as a view shows it. */
export function ZoomedImage({ src, alt, picture, stage, view, onError }: Props) {
  const room = { stage, picture }
  const { x, y, width, height } = placed(settle(view, room), room)
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
