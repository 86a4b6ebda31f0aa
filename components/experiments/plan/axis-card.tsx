import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Axis } from '@/lib/experiment/definition'

type Props = {
  axis: Axis
  /** Null removes the axis. */
  onChange: (axis: Axis | null) => void
}

const maxShown = 40

/** An axis with its values, each of which can be removed. */
export function AxisCard({ axis, onChange }: Props) {
  const { name, values } = axis
  const remove = (at: number) => {
    const rest = values.filter((_, index) => index !== at)
    onChange(rest.length > 0 ? { ...axis, values: rest } : null)
  }
  return (
    <div className="grid gap-2 rounded-lg border bg-panel p-3">
      <div className="flex items-center gap-2">
        <h4 className="mr-auto font-medium text-[0.8125rem]">
          {name} <span className="text-muted tabular-nums">× {values.length}</span>
        </h4>
        <Button look="quiet" size="sm" onClick={() => onChange(null)}>
          Remove
        </Button>
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {values.slice(0, maxShown).map(({ label }, at) => (
          <li key={at} className="flex items-center rounded-md border bg-raised text-xs">
            <span className="max-w-60 truncate py-1 pl-2" title={label} dir="auto">
              {label}
            </span>
            <button
              type="button"
              aria-label={`Remove ${label}`}
              className="rounded-md p-1.5 text-muted hover:text-ink pointer-coarse:p-3.5"
              onClick={() => remove(at)}
            >
              <X size={12} aria-hidden />
            </button>
          </li>
        ))}
        {values.length > maxShown ? (
          <li className="py-1 text-muted text-xs">and {values.length - maxShown} more</li>
        ) : null}
      </ul>
    </div>
  )
}
