import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Pixels } from '@/lib/draft/size/size'
import { MaskCanvas } from './mask-canvas'
import { maskOf, type Stroke } from './mask-strokes'
import { MaskTools, maxBrush, maxZoom, minBrush } from './mask-tools'

type Props = { picture: string; onPaint: (mask: Blob) => void; onClose: () => void }

/** Paints the area that may change on the input picture. */
export function MaskPainter({ picture, onPaint, onClose }: Props) {
  const [size, setSize] = useState<Pixels | null>(null)
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [brush, setBrush] = useState({ percent: 8, erases: false })
  const [zoom, setZoom] = useState(1)
  const [isLeaving, setLeaving] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  const changeBrush = (by: number) =>
    setBrush({ ...brush, percent: Math.min(Math.max(brush.percent + by, minBrush), maxBrush) })
  const changeZoom = (factor: number) => setZoom(Math.min(Math.max(zoom * factor, 1), maxZoom))
  const undo = () => setStrokes(strokes.slice(0, -1))

  const keys: Record<string, () => void> = {
    '[': () => changeBrush(-2),
    ']': () => changeBrush(2),
    e: () => setBrush({ ...brush, erases: true }),
    b: () => setBrush({ ...brush, erases: false }),
    '+': () => changeZoom(1.5),
    '=': () => changeZoom(1.5),
    '-': () => changeZoom(1 / 1.5),
    '0': () => setZoom(1),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.metaKey || event.ctrlKey
    const run = isCommand ? (event.key === 'z' ? undo : undefined) : keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  const keepPainting = () => {
    setLeaving(false)
    box.current?.focus()
  }
  const save = async () => {
    const mask = size && (await maskOf(size.width, size.height, strokes))
    if (mask) onPaint(mask)
  }
  const mayClose = () => {
    if (strokes.length === 0) return true
    setLeaving(true)
    return false
  }
  const canSave = size !== null && strokes.some(({ erases }) => !erases)
  return (
    <Dialog
      open
      onClose={onClose}
      mayClose={mayClose}
      title="Paint the area to change"
      size="full"
      flush
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the tools inside, which are buttons too. */}
      <div
        ref={box}
        tabIndex={-1}
        data-autofocus
        onKeyDown={onKeyDown}
        className="flex h-[calc(100dvh-5rem)] flex-col gap-3 p-3 outline-none"
      >
        <MaskCanvas
          picture={picture}
          strokes={strokes}
          brush={brush}
          zoom={zoom}
          onSize={setSize}
          onStrokes={(next) => {
            setStrokes(next)
            setLeaving(false)
          }}
        />
        {isLeaving ? (
          <div role="alert" className="flex flex-wrap items-center justify-end gap-2">
            <p className="mr-auto text-sm">Discard what you painted?</p>
            <Button onClick={keepPainting}>Keep painting</Button>
            <Button look="danger" onClick={onClose}>
              Discard
            </Button>
          </div>
        ) : (
          <MaskTools
            brush={brush}
            zoom={zoom}
            hasStrokes={strokes.length > 0}
            onBrush={setBrush}
            onZoom={changeZoom}
            onUndo={undo}
            onClear={() => setStrokes([])}
          >
            <Button look="primary" className="ml-auto" disabled={!canSave} onClick={save}>
              Use mask
            </Button>
          </MaskTools>
        )}
      </div>
    </Dialog>
  )
}
