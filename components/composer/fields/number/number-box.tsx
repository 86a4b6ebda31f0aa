import { type KeyboardEvent, useState } from 'react'
import { TextInput } from '@/components/ui/text-input'
import type { NumberSpec } from '@/lib/catalog/field'
import { markVisited } from '@/lib/draft/draft'
import { useInputError } from '../use-input-error'
import { parseNumber } from './parse-number'

type Props = {
  spec: Pick<NumberSpec, 'min' | 'max' | 'step' | 'integer' | 'default'>
  /** Of the property, such as `steps` or `style_images.0.strength`. */
  path: string
  /** Unset shows the default. */
  value: number | undefined
  onChange: (value: number | undefined) => void
  onBlur?: () => void
  id?: string
  label?: string
  placeholder?: string
  describedBy?: string
  invalid?: boolean
  className?: string
}

/**
 * A box for a number. Browsers drop letters and commas from their own number boxes, and what one sees
 * would not be what is sent; here the text stays, and is refused.
 */
export function NumberBox({ spec, path, value, onChange, onBlur, id, label, ...rest }: Props) {
  const [typed, setTyped] = useState<{ text: string; value: number | undefined } | null>(null)
  const isTyped = typed !== null && Object.is(typed.value, value)
  const shown = value ?? spec.default ?? undefined
  const text = isTyped ? typed.text : shown === undefined ? '' : String(shown)
  const parsed = parseNumber(text, spec)
  useInputError(path, isTyped && parsed.kind === 'invalid' ? parsed.message : null)

  const change = (text: string) => {
    const next = parseNumber(text, spec)
    const value = next.kind === 'number' ? next.value : undefined
    setTyped({ text, value })
    onChange(value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = stepped(shown ?? spec.min ?? 0, direction, spec)
    setTyped(null)
    onChange(next)
  }
  return (
    <TextInput
      id={id}
      role="spinbutton"
      aria-label={label}
      aria-valuenow={shown}
      aria-valuemin={spec.min ?? undefined}
      aria-valuemax={spec.max ?? undefined}
      aria-describedby={rest.describedBy}
      aria-invalid={rest.invalid || undefined}
      inputMode={
        spec.min !== null && spec.min >= 0 ? (spec.integer ? 'numeric' : 'decimal') : undefined
      }
      value={text}
      placeholder={rest.placeholder}
      spellCheck={false}
      onChange={({ target }) => change(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (parsed.kind !== 'invalid') setTyped(null)
        markVisited([path.split('.')[0] ?? path])
        onBlur?.()
      }}
      className={`tabular-nums ${rest.className ?? ''}`}
    />
  )
}

/** One step up or down within the range, without the crumbs of binary fractions. */
function stepped(value: number, direction: number, { step, min, max }: Props['spec']): number {
  const next = Number((value + direction * step).toPrecision(12))
  return Math.min(Math.max(next, min ?? next), max ?? next)
}
