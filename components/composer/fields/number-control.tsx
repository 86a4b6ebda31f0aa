import { Slider } from '@/components/ui/slider'
import { TextInput } from '@/components/ui/text-input'
import type { NumberSpec } from '@/lib/catalog/field'

type Props = {
  spec: NumberSpec
  /** Unset shows Krea's default, greyed. */
  value: number | undefined
  onChange: (value: number | undefined) => void
  label: string
  id?: string
  describedBy?: string
  invalid?: boolean
}

/** A slider, where there are two ends to slide between, and a box for the exact figure. */
export function NumberControl({ spec, value, onChange, label, id, describedBy, invalid }: Props) {
  const { min, max, step, default: defaultValue } = spec
  const common = {
    min: min ?? undefined,
    max: max ?? undefined,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
  }
  return (
    <div className="flex items-center gap-3">
      {min !== null && max !== null && (
        <Slider
          aria-label={label}
          aria-describedby={describedBy}
          min={min}
          max={max}
          step={step}
          value={value ?? defaultValue ?? min}
          onChange={({ target }) => onChange(target.valueAsNumber)}
          className="min-w-0 flex-1"
        />
      )}
      <span className="w-18 shrink-0">
        <TextInput
          {...common}
          id={id}
          aria-label={id ? undefined : `${label}, exact`}
          type="number"
          inputMode={min !== null && min >= 0 ? 'decimal' : undefined}
          step={spec.integer ? step : 'any'}
          value={value ?? ''}
          placeholder={defaultValue === null ? 'auto' : String(defaultValue)}
          onChange={({ target }) =>
            onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
          }
          className="text-right tabular-nums"
        />
      </span>
    </div>
  )
}

/** `1 to 100, normally 25` as short as it goes. */
export function formatRange({ min, max, default: defaultValue }: NumberSpec): string {
  const range =
    min !== null && max !== null
      ? `${figure(min)} – ${figure(max)}`
      : min !== null
        ? `${figure(min)} or more`
        : max !== null
          ? `up to ${figure(max)}`
          : ''
  const usual = defaultValue === null ? '' : `default ${figure(defaultValue)}`
  return [range, usual].filter(Boolean).join(' · ')
}

const figure = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: 3 }).replace('-', '−')
