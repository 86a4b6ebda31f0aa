import { Slider } from '@/components/ui/slider'
import type { NumberSpec } from '@/lib/catalog/field'
import { NumberBox } from './number-box'

type Props = {
  spec: NumberSpec
  path: string
  /** Unset shows Krea's default. */
  value: number | undefined
  onChange: (value: number | undefined) => void
  label: string
  id?: string
  describedBy?: string
  invalid?: boolean
}

/** A slider, where the range has two ends, and a box for the exact number. */
export function NumberControl({ spec, path, value, onChange, label, id, ...rest }: Props) {
  const { min, max, step, default: defaultValue } = spec
  return (
    <div className="flex items-center gap-3">
      {min !== null && max !== null && (
        <Slider
          aria-label={label}
          aria-describedby={rest.describedBy}
          aria-invalid={rest.invalid || undefined}
          min={min}
          max={max}
          step={step}
          value={value ?? defaultValue ?? min}
          onChange={({ target }) => onChange(target.valueAsNumber)}
          className="min-w-0 flex-1"
        />
      )}
      <span className="w-18 shrink-0">
        <NumberBox
          spec={spec}
          path={path}
          id={id}
          label={id ? undefined : `${label}, exact`}
          value={value}
          placeholder="Auto"
          onChange={onChange}
          {...rest}
          className="text-right"
        />
      </span>
    </div>
  )
}

/** `1 – 100 · default 25` */
export function formatRange({ min, max, default: defaultValue }: NumberSpec): string {
  const range =
    min !== null && max !== null
      ? `${formatNumber(min)} – ${formatNumber(max)}`
      : min !== null
        ? `${formatNumber(min)} or more`
        : max !== null
          ? `up to ${formatNumber(max)}`
          : ''
  const usual = defaultValue === null ? '' : `default ${formatNumber(defaultValue)}`
  return [range, usual].filter(Boolean).join(' · ')
}

const formatNumber = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: 3 }).replace('-', '−')
