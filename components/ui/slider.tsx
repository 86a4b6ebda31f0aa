import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'min' | 'max'> & {
  value: number
  min: number
  max: number
}

/** A native range input. A script sets the width of the filled part, because inline styles may be forbidden. */
export function Slider({ value, min, max, className = '', ...props }: Props) {
  const share = ((Math.min(Math.max(value, min), max) - min) / (max - min)) * 100
  return (
    <input
      type="range"
      ref={(element) => element?.style.setProperty('--share', `${share}%`)}
      value={value}
      min={min}
      max={max}
      className={`slider ${className}`}
      {...props}
    />
  )
}
