import type { FieldIssue } from '../contract/errors'
import type { ChoiceSpec, Field, Input, Json, ListSpec, Model, NumberSpec, TextSpec } from './field'
import { propertiesOf } from './field'

/**
 * What is wrong with a body for a model, each with its path; empty when Krea would take it.
 * The same on both sides: under the field before anything is sent, and again on the server.
 */
export function validateInput(model: Model, input: Input): FieldIssue[] {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const unknown = Object.keys(input)
    .filter((name) => !known.has(name))
    .map((name) => ({ path: name, message: `${model.name} has no field “${name}”.` }))
  return [...unknown, ...model.fields.flatMap((field) => checkField(field, input))]
}

function checkField(field: Field, input: Input): FieldIssue[] {
  if (field.kind === 'size')
    return Object.entries(field.parts).flatMap(([name, part]) =>
      present(name, part.required, input[name], (value) =>
        'options' in part ? choice(name, value, part) : number(name, value, part),
      ),
    )
  return present(field.name, field.required, input[field.name], (value) => checkValue(field, value))
}

function present(
  path: string,
  required: boolean,
  value: Json | undefined,
  check: (value: Json) => FieldIssue[],
): FieldIssue[] {
  if (value !== undefined && value !== null) return check(value)
  return required ? [{ path, message: 'This is needed.' }] : []
}

function checkValue(field: Exclude<Field, { kind: 'size' }>, value: Json): FieldIssue[] {
  const { name } = field
  switch (field.kind) {
    case 'prompt':
    case 'text':
      return text(name, value, field)
    case 'number':
    case 'seed':
      return number(name, value, field)
    case 'choice':
      return choice(name, value, field)
    case 'toggle':
      return typeof value === 'boolean' ? [] : [{ path: name, message: 'Choose on or off.' }]
    case 'image':
    case 'mask':
      return url(name, value, field.maxLength)
    case 'images':
      return list(name, value, field, (path, item) => url(path, item, field.maxLength))
    case 'weighted-images':
      return records(name, value, field, ['url', 'strength'], (path, item) => [
        ...present(`${path}.url`, field.urlRequired, item.url, (v) => url(`${path}.url`, v, 1024)),
        ...strength(path, item, field),
      ])
    case 'tagged-images':
      return records(name, value, field, ['url', 'tag'], (path, item) => [
        ...present(`${path}.url`, true, item.url, (v) => url(`${path}.url`, v, 1024)),
        ...present(`${path}.tag`, true, item.tag, (v) => text(`${path}.tag`, v, field.tag)),
      ])
    case 'styles':
    case 'moodboards':
      return records(name, value, field, ['id', 'strength'], (path, item) => [
        ...present(`${path}.id`, true, item.id, (v) =>
          typeof v === 'string' && v.length > 0
            ? []
            : [{ path: `${path}.id`, message: 'Give an id.' }],
        ),
        ...strength(path, item, field),
      ])
    case 'json':
      return []
    default:
      return field satisfies never
  }
}

function strength(
  path: string,
  item: { [key: string]: Json },
  spec: { strength: NumberSpec; strengthRequired: boolean },
): FieldIssue[] {
  const at = `${path}.strength`
  return present(at, spec.strengthRequired, item.strength, (v) => number(at, v, spec.strength))
}

function text(path: string, value: Json, spec: TextSpec): FieldIssue[] {
  if (typeof value !== 'string') return [{ path, message: 'Write text here.' }]
  if (value.length < spec.minLength)
    return [
      {
        path,
        message:
          spec.minLength === 1
            ? 'Write something here.'
            : `Write at least ${spec.minLength} characters.`,
      },
    ]
  if (spec.maxLength !== null && value.length > spec.maxLength)
    return [
      { path, message: `Shorten this to ${spec.maxLength} characters; it has ${value.length}.` },
    ]
  if (spec.pattern !== null && !new RegExp(spec.pattern, 'u').test(value))
    return [{ path, message: `This must look like ${spec.pattern}.` }]
  return []
}

function number(path: string, value: Json, spec: NumberSpec): FieldIssue[] {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [{ path, message: 'Give a number.' }]
  if (spec.integer && !Number.isInteger(value)) return [{ path, message: 'Give a whole number.' }]
  if ((spec.min !== null && value < spec.min) || (spec.max !== null && value > spec.max))
    return [{ path, message: `Choose ${formatRange(spec)}.` }]
  return []
}

function formatRange({ min, max }: NumberSpec): string {
  if (min === null) return `${max} or less`
  return max === null ? `${min} or more` : `${min} to ${max}`
}

function choice(path: string, value: Json, spec: ChoiceSpec): FieldIssue[] {
  return spec.options.some((option) => option === value)
    ? []
    : [{ path, message: `Choose one of ${spec.options.join(', ')}.` }]
}

function url(path: string, value: Json, maxLength: number | null): FieldIssue[] {
  if (typeof value !== 'string' || !isWebAddress(value))
    return [{ path, message: 'Give a picture, or its address beginning with https://.' }]
  if (maxLength !== null && value.length > maxLength)
    return [
      {
        path,
        message: `This address is longer than ${maxLength} characters: upload the picture instead.`,
      },
    ]
  return []
}

function isWebAddress(value: string): boolean {
  const parsed = URL.canParse(value) ? new URL(value) : null
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
}

function list(
  path: string,
  value: Json,
  { minItems, maxItems }: ListSpec,
  check: (path: string, item: Json) => FieldIssue[],
): FieldIssue[] {
  if (!Array.isArray(value)) return [{ path, message: 'Give a list.' }]
  if (value.length < minItems) return [{ path, message: `Add at least ${minItems}.` }]
  if (maxItems !== null && value.length > maxItems)
    return [{ path, message: `At most ${maxItems}; remove ${value.length - maxItems}.` }]
  return value.flatMap((item, index) => check(`${path}.${index}`, item))
}

function records(
  path: string,
  value: Json,
  spec: ListSpec,
  keys: string[],
  check: (path: string, item: { [key: string]: Json }) => FieldIssue[],
): FieldIssue[] {
  return list(path, value, spec, (at, item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return [{ path: at, message: `Give ${keys.join(' and ')}.` }]
    const extra = Object.keys(item)
      .filter((key) => !keys.includes(key))
      .map((key) => ({ path: `${at}.${key}`, message: `There is no “${key}” here.` }))
    return [...extra, ...check(at, item)]
  })
}
