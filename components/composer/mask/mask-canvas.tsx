import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Pixels } from '@/lib/draft/size/size'
import { type Stroke, showStrokes } from './mask-strokes'

type Props = {
  picture: string
  strokes: Stroke[]
  /** The tool of the next stroke. */
  brush: { percent: number; erases: boolean }
  /** Times the size at which the picture fits. */
  zoom: number
  onSize: (size: Pixels) => void
  onStrokes: (strokes: Stroke[]) => void
}

/** The input picture with the strokes on it. */
export function MaskCanvas({ picture, strokes, brush, zoom, onSize, onStrokes }: Props) {
  const [size, setSize] = useState<Pixels | null>(null)
  const [broken, setBroken] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef<Stroke | null>(null)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context && size) showStrokes(context, strokes)
  }, [strokes, size])

  const pointOf = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const scale = event.currentTarget.width / event.currentTarget.clientWidth
    return [event.nativeEvent.offsetX * scale, event.nativeEvent.offsetY * scale]
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!size || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const width = (Math.max(size.width, size.height) * brush.percent) / 100
    drawing.current = { size: width, erases: brush.erases, points: [pointOf(event)] }
    onStrokes([...strokes, drawing.current])
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const stroke = drawing.current
    if (!stroke) return
    drawing.current = { ...stroke, points: [...stroke.points, pointOf(event)] }
    onStrokes([...strokes.slice(0, -1), drawing.current])
  }
  const end = () => {
    drawing.current = null
  }

  if (broken)
    return (
      <p role="alert" className="m-auto text-danger text-sm">
        There is no picture at this address to paint on.
      </p>
    )
  return (
    <div className="grid min-h-0 flex-1 overflow-auto rounded-md bg-raised">
      <div
        className="relative m-auto"
        ref={(box) => {
          if (box && size) fit(box, size, zoom)
        }}
      >
        <img
          src={picture}
          alt="To be changed"
          referrerPolicy="no-referrer"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
            setSize({ width, height })
            onSize({ width, height })
          }}
          onError={() => setBroken(true)}
          className="block size-full select-none"
        />
        {size && (
          <canvas
            ref={canvas}
            {...size}
            aria-label="Mask"
            onPointerDown={begin}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={end}
            className="absolute inset-0 size-full cursor-crosshair touch-none opacity-75"
          />
        )}
      </div>
    </div>
  )
}

/** Styles are set by script, since the policy forbids inline ones. */
function fit(box: HTMLElement, { width, height }: Pixels, zoom: number): void {
  const { clientWidth = 1, clientHeight = 1 } = box.parentElement ?? {}
  const scale = Math.min(clientWidth / width, clientHeight / height) * zoom
  box.style.width = `${Math.floor(width * scale)}px`
  box.style.height = `${Math.floor(height * scale)}px`
}
