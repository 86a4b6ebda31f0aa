import { type ReactNode, useId } from 'react'

type Props<T> = {
  options: readonly T[]
  value: T | undefined
  onChange: (value: T) => void
  /** Renders an option; the option itself if absent. */
  show?: (option: T) => ReactNode
  labelledBy?: string
  label?: string
  describedBy?: string
  invalid?: boolean
  className?: string
  chipClassName?: string
}

/** A choice between a few options: native radio buttons, so arrow keys and form validation work. */
export function Chips<T extends string | number>({
  options,
  value,
  onChange,
  show = String,
  labelledBy,
  label,
  describedBy,
  invalid = false,
  className = 'flex flex-wrap gap-1.5',
  chipClassName = 'h-8 px-2.5 pointer-coarse:h-11 pointer-coarse:px-3.5',
}: Props<T>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={className}
    >
      {options.map((option) => (
        <label
          key={option}
          className={`relative flex cursor-pointer select-none items-center justify-center rounded-md border bg-panel text-muted text-xs transition-colors duration-100 hover:bg-hover hover:text-ink has-checked:border-ink has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 ${chipClassName}`}
        >
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {show(option)}
        </label>
      ))}
    </div>
  )
}
