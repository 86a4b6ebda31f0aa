import { Trash2, Undo2 } from 'lucide-react'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Slider } from '@/components/ui/slider'
import { maskOf, paintStrokes, type Stroke } from './mask-strokes'

type Props = { picture: string; onPaint: (mask: Blob) => void; onClose: () => void }

type Size = { width: number; height: number }

/** Paints upon the input picture what may change. */
export function MaskPainter({ picture, onPaint, onClose }: Props) {
  const [size, setSize] = useState<Size | null>(null)
  const [broken, setBroken] = useState(false)
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [brush, setBrush] = useState(8)
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef<Stroke | null>(null)
  const brushId = useId()

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !size) return
    context.clearRect(0, 0, size.width, size.height)
    paintStrokes(context, strokes, '#f2590d')
  }, [strokes, size])

  const pointOf = ({
    nativeEvent,
    currentTarget,
  }: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const scale = currentTarget.width / currentTarget.clientWidth
    return [nativeEvent.offsetX * scale, nativeEvent.offsetY * scale]
  }

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!size || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const width = (Math.max(size.width, size.height) * brush) / 100
    drawing.current = { size: width, points: [pointOf(event)] }
    setStrokes([...strokes, drawing.current])
  }

  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const stroke = drawing.current
    if (!stroke) return
    drawing.current = { ...stroke, points: [...stroke.points, pointOf(event)] }
    setStrokes([...strokes.slice(0, -1), drawing.current])
  }

  const save = async () => {
    const mask = size && (await maskOf(size.width, size.height, strokes))
    if (mask) onPaint(mask)
  }

  return (
    <Dialog open onClose={onClose} title="Paint what may change">
      <div className="grid gap-4">
        <div className="relative mx-auto max-w-full overflow-hidden rounded-md bg-raised">
          <img
            src={picture}
            alt="What is to be changed"
            referrerPolicy="no-referrer"
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
            onError={() => setBroken(true)}
            className="block max-h-[55dvh] max-w-full"
          />
          {size && (
            <canvas
              ref={canvas}
              {...size}
              aria-label="Mask"
              onPointerDown={begin}
              onPointerMove={move}
              onPointerUp={() => {
                drawing.current = null
              }}
              className="absolute inset-0 size-full cursor-crosshair touch-none opacity-60"
            />
          )}
        </div>
        {broken && (
          <p role="alert" className="text-danger text-xs">
            There is no picture at this address to paint on.
          </p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={brushId} className="text-[0.8125rem]">
            Brush
          </label>
          <Slider
            id={brushId}
            min={1}
            max={30}
            value={brush}
            onChange={({ target }) => setBrush(target.valueAsNumber)}
            className="w-28"
          />
          <Button
            look="quiet"
            size="icon"
            aria-label="Undo"
            title="Undo"
            disabled={strokes.length === 0}
            onClick={() => setStrokes(strokes.slice(0, -1))}
          >
            <Undo2 size={15} aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label="Clear"
            title="Clear"
            disabled={strokes.length === 0}
            onClick={() => setStrokes([])}
          >
            <Trash2 size={15} aria-hidden />
          </Button>
          <Button
            look="primary"
            className="ml-auto"
            disabled={strokes.length === 0 || !size}
            onClick={save}
          >
            Use this mask
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
