import { Brush, Eraser, Trash2, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Slider } from '@/components/ui/slider'

/** Percent of the picture's longer side. */
export const minBrush = 1
export const maxBrush = 30
export const maxZoom = 8

type Tool = { percent: number; erases: boolean }

type Props = {
  brush: Tool
  zoom: number
  hasStrokes: boolean
  onBrush: (brush: Tool) => void
  onZoom: (factor: number) => void
  onUndo: () => void
  onClear: () => void
  children: ReactNode
}

const pressedClass = 'aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-page'

export function MaskTools({ brush, zoom, hasStrokes, children, ...on }: Props) {
  const sizeId = useId()
  const icon = (
    label: string,
    keys: string,
    Icon: typeof Undo2,
    disabled: boolean,
    run: () => void,
  ) => (
    <Button
      look="quiet"
      size="icon"
      aria-label={label}
      title={`${label}${keys}`}
      disabled={disabled}
      onClick={run}
    >
      <Icon size={15} aria-hidden />
    </Button>
  )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="icon"
        aria-label="Brush"
        title="Brush (B)"
        aria-pressed={!brush.erases}
        className={pressedClass}
        onClick={() => on.onBrush({ ...brush, erases: false })}
      >
        <Brush size={15} aria-hidden />
      </Button>
      <Button
        size="icon"
        aria-label="Eraser"
        title="Eraser (E)"
        aria-pressed={brush.erases}
        className={pressedClass}
        onClick={() => on.onBrush({ ...brush, erases: true })}
      >
        <Eraser size={15} aria-hidden />
      </Button>
      <label htmlFor={sizeId} className="text-[0.8125rem]">
        Size
      </label>
      <Slider
        id={sizeId}
        title="Brush size ([ and ])"
        min={minBrush}
        max={maxBrush}
        value={brush.percent}
        onChange={({ target }) => on.onBrush({ ...brush, percent: target.valueAsNumber })}
        className="w-28"
      />
      {icon('Zoom out', ' (−)', ZoomOut, zoom <= 1, () => on.onZoom(1 / 1.5))}
      {icon('Zoom in', ' (+)', ZoomIn, zoom >= maxZoom, () => on.onZoom(1.5))}
      {icon('Undo', ' (⌘/Ctrl Z)', Undo2, !hasStrokes, on.onUndo)}
      {icon('Clear', '', Trash2, !hasStrokes, on.onClear)}
      {children}
    </div>
  )
}
