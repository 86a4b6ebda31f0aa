import type { FieldIssue } from '../contract/errors'
import type { ChoiceSpec, Json, ListSpec, NumberSpec, TextSpec } from './field'

/** Checks of single values: each gives what is wrong with the value at `path`, or nothing. */
type Check<S> = (path: string, value: Json, spec: S) => FieldIssue[]

/** Longer text is not held against a pattern: even a quick one takes its square in time. */
const maxMatched = 1_000

const issue = (path: string, message: string): FieldIssue[] => [{ path, message }]

export function checkPresence(
  path: string,
  spec: { required: boolean; nullable?: true },
  value: Json | undefined,
  check: (value: Json) => FieldIssue[],
): FieldIssue[] {
  if (value === undefined) return spec.required ? issue(path, 'This is needed.') : []
  if (value !== null) return check(value)
  if (spec.nullable) return []
  return issue(path, spec.required ? 'This is needed.' : 'Leave this out, or give it a value.')
}

export const checkText: Check<TextSpec> = (path, value, spec) => {
  if (typeof value !== 'string') return issue(path, 'Write text here.')
  const length = [...value].length
  if (length < spec.minLength)
    return issue(
      path,
      spec.minLength === 1
        ? 'Write something here.'
        : `Write at least ${spec.minLength} characters.`,
    )
  if (spec.maxLength !== null && length > spec.maxLength)
    return issue(path, `Shorten this to ${spec.maxLength} characters; it has ${length}.`)
  if (spec.pattern !== null && length <= maxMatched && !new RegExp(spec.pattern, 'u').test(value))
    return issue(path, `This must look like ${spec.pattern}.`)
  if (spec.format === 'uuid' && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value))
    return issue(path, 'Give an id such as 3f2b8c1e-0000-4000-8000-000000000000.')
  if (spec.format === 'uri' && !isWebAddress(value))
    return issue(path, 'Give an address beginning with https://.')
  return []
}

export const checkNumber: Check<NumberSpec> = (path, value, spec) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return issue(path, 'Give a number.')
  if (spec.integer && !Number.isInteger(value)) return issue(path, 'Give a whole number.')
  const { min, max } = spec
  const tooSmall = min !== null && (value < min || (spec.minExclusive && value === min))
  const tooLarge = max !== null && (value > max || (spec.maxExclusive && value === max))
  if (tooSmall || tooLarge) return issue(path, `Choose ${formatRange(spec)}.`)
  if (spec.multipleOf !== undefined && !isMultiple(value, spec.multipleOf))
    return issue(path, `Choose a multiple of ${spec.multipleOf}.`)
  return []
}

/** Floats leave a remainder: 0.3 is three times 0.1. */
function isMultiple(value: number, of: number): boolean {
  if (!(of > 0)) return true
  const times = value / of
  return Math.abs(times - Math.round(times)) <= Math.abs(times) * 1e-12
}

function formatRange({ min, max, minExclusive, maxExclusive }: NumberSpec): string {
  const from = minExclusive ? `more than ${min}` : `${min} or more`
  const to = maxExclusive ? `less than ${max}` : `${max} or less`
  if (min === null) return to
  if (max === null) return from
  return minExclusive || maxExclusive ? `${from} and ${to}` : `${min} to ${max}`
}

export const checkChoice: Check<ChoiceSpec> = (path, value, spec) =>
  spec.options.some((option) => option === value)
    ? []
    : issue(path, `Choose one of ${spec.options.join(', ')}.`)

export const checkUrl: Check<{ maxLength: number | null }> = (path, value, { maxLength }) => {
  if (typeof value !== 'string' || !isWebAddress(value))
    return issue(path, 'Give a picture, or its address beginning with https://.')
  return maxLength !== null && value.length > maxLength
    ? issue(
        path,
        `This address is longer than ${maxLength} characters: upload the picture instead.`,
      )
    : []
}

/** A browser would mend a space; a picture's address is sent as it stands. */
function isWebAddress(value: string): boolean {
  const parsed = URL.canParse(value) && !/\s/.test(value) ? new URL(value) : null
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
}

export function checkList(
  path: string,
  value: Json,
  { minItems, maxItems }: ListSpec,
  check: (path: string, item: Json) => FieldIssue[],
): FieldIssue[] {
  if (!Array.isArray(value)) return issue(path, 'Give a list.')
  if (value.length < minItems) return issue(path, `Add at least ${minItems}.`)
  if (maxItems !== null && value.length > maxItems)
    return issue(path, `At most ${maxItems}; remove ${value.length - maxItems}.`)
  return value.flatMap((item, index) => check(`${path}.${index}`, item))
}
