import { ArrowLeftRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Slider } from '@/components/ui/slider'
import type { Definition } from '@/lib/experiment/definition'
import type { SheetLayout } from '@/lib/experiment/sheet'

type Props = {
  definition: Definition
  layout: SheetLayout
  onLayout: (layout: SheetLayout) => void
  size: number
  onSize: (size: number) => void
}

/** Which axes lie open, the values of the others, and the size of the pictures. */
export function SheetControls({ definition: { axes }, layout, onLayout, size, onSize }: Props) {
  const closed = axes
    .map((_, axis) => axis)
    .filter((a) => a !== layout.rows && a !== layout.columns)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2 text-xs">
      {(['rows', 'columns'] as const).map((side) => (
        <span key={side} className="flex items-center gap-2">
          {side === 'rows' ? 'Rows' : 'Columns'}
          <Select
            aria-label={side === 'rows' ? 'Rows' : 'Columns'}
            value={layout[side] ?? ''}
            onChange={({ target }) =>
              onLayout(withAxis(layout, side, target.value === '' ? null : Number(target.value)))
            }
          >
            <option value="">None</option>
            {axes.map(({ name }, axis) => (
              <option key={axis} value={axis}>
                {name}
              </option>
            ))}
          </Select>
        </span>
      ))}
      <Button
        look="quiet"
        size="icon"
        aria-label="Swap rows and columns"
        title="Swap rows and columns"
        onClick={() => onLayout({ ...layout, rows: layout.columns, columns: layout.rows })}
      >
        <ArrowLeftRight size={14} aria-hidden />
      </Button>
      {closed.map((axis) => (
        <span key={axis} className="flex items-center gap-2">
          {axes[axis]?.name}
          <Select
            aria-label={axes[axis]?.name}
            className="max-w-48"
            value={layout.fixed[axis] ?? 0}
            onChange={({ target }) =>
              onLayout({
                ...layout,
                fixed: layout.fixed.map((value, at) =>
                  at === axis ? Number(target.value) : value,
                ),
              })
            }
          >
            {axes[axis]?.values.map(({ label }, value) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </span>
      ))}
      <span className="ml-auto flex items-center gap-2">
        Size
        <Slider
          min={80}
          max={400}
          step={20}
          value={size}
          aria-label="Size of the pictures"
          onChange={({ target }) => onSize(Number(target.value))}
        />
      </span>
    </div>
  )
}

/** An axis lies open on one side at a time: taken for one side, it leaves the other. */
function withAxis(layout: SheetLayout, side: 'rows' | 'columns', axis: number | null): SheetLayout {
  const other = side === 'rows' ? 'columns' : 'rows'
  const isTaken = axis !== null && layout[other] === axis
  return { ...layout, [side]: axis, ...(isTaken && { [other]: layout[side] }) }
}
