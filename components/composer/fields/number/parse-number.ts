import type { NumberSpec } from '@/lib/catalog/field'

type Parsed =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'invalid'; message: string }

const largest = Number.MAX_SAFE_INTEGER.toLocaleString('en')

/**
 * The number that a person typed, exactly: a comma is a decimal point as in `1,5`, but not where it may
 * group thousands, and an integer that a double cannot hold is refused.
 */
export function parseNumber(text: string, { integer }: Pick<NumberSpec, 'integer'>): Parsed {
  const trimmed = text.trim().replace('−', '-')
  if (trimmed === '') return { kind: 'empty' }
  if (/^[-+]?\d+$/.test(trimmed)) {
    const value = Number(trimmed)
    return Number.isSafeInteger(value)
      ? { kind: 'number', value }
      : { kind: 'invalid', message: `Must be between −${largest} and ${largest}.` }
  }
  if (integer) return { kind: 'invalid', message: 'Enter a whole number.' }
  return /^[-+]?(\d+[.,]?\d*|[.,]\d+)$/.test(trimmed) && !/\d,\d{3}$/.test(trimmed)
    ? { kind: 'number', value: Number(trimmed.replace(',', '.')) }
    : { kind: 'invalid', message: 'Enter a number, such as 1.5.' }
}
