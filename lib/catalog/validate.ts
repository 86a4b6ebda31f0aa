import type { FieldIssue } from '../contract/errors'
import {
  checkChoice,
  checkList,
  checkNumber,
  checkPresence,
  checkText,
  checkUrl,
} from './check-value'
import {
  type Field,
  type Input,
  type Json,
  type ListSpec,
  type Model,
  type NumberSpec,
  propertiesOf,
} from './field'

/**
 * What is wrong with a body for a model, each with its path; empty when its fields are all right.
 * The same on both sides: under the field before anything is sent, and again on the server, which
 * checks JSON fields too (`lib/server/models/check-body.ts`).
 */
export function validateInput(model: Model, input: Input): FieldIssue[] {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const unknown = Object.keys(input)
    .filter((name) => !known.has(name))
    .map((name) => ({ path: name, message: `${model.name} has no field “${name}”.` }))
  return [...unknown, ...model.fields.flatMap((field) => checkField(field, input))]
}

type Item = { [key: string]: Json }

const own = (item: Item, name: string): Json | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined

function checkField(field: Field, input: Input): FieldIssue[] {
  if (field.kind === 'size')
    return Object.entries(field.parts).flatMap(([name, part]) =>
      checkPresence(name, part, own(input, name), (value) =>
        'options' in part ? checkChoice(name, value, part) : checkNumber(name, value, part),
      ),
    )
  const { name } = field
  return checkPresence(name, field, own(input, name), (value) => checkKind(field, value))
}

function checkKind(field: Exclude<Field, { kind: 'size' }>, value: Json): FieldIssue[] {
  const { name } = field
  switch (field.kind) {
    case 'prompt':
    case 'text':
      return checkText(name, value, field)
    case 'number':
    case 'seed':
      return checkNumber(name, value, field)
    case 'choice':
      return checkChoice(name, value, field)
    case 'toggle':
      return typeof value === 'boolean' ? [] : [{ path: name, message: 'Choose on or off.' }]
    case 'image':
    case 'mask':
      return checkUrl(name, value, field)
    case 'images':
      return checkList(name, value, field, (path, item) => checkPictureUrl(path, field, item, true))
    case 'weighted-images':
      return checkItems(name, value, field, ['url', 'strength'], (path, item) => [
        ...checkPictureUrl(`${path}.url`, field, own(item, 'url'), field.urlRequired),
        ...checkStrength(path, item, field),
      ])
    case 'tagged-images':
      return checkItems(name, value, field, ['url', 'tag'], (path, item) => [
        ...checkPictureUrl(`${path}.url`, field, own(item, 'url'), true),
        ...checkPresence(
          `${path}.tag`,
          { required: true, nullable: field.tag.nullable },
          own(item, 'tag'),
          (tag) => checkText(`${path}.tag`, tag, field.tag),
        ),
      ])
    case 'styles':
    case 'moodboards':
      return checkItems(name, value, field, ['id', 'strength'], (path, item) => [
        ...checkPresence(`${path}.id`, { required: true }, own(item, 'id'), (id) =>
          id === ''
            ? [{ path: `${path}.id`, message: 'Give an id.' }]
            : checkText(`${path}.id`, id, field.id),
        ),
        ...checkStrength(path, item, field),
      ])
    case 'json':
      return []
    default:
      return field satisfies never
  }
}

function checkPictureUrl(
  path: string,
  spec: { maxLength: number | null; urlNullable?: true },
  value: Json | undefined,
  required: boolean,
): FieldIssue[] {
  return checkPresence(path, { required, nullable: spec.urlNullable }, value, (url) =>
    checkUrl(path, url, spec),
  )
}

function checkStrength(
  path: string,
  item: Item,
  { strength, strengthRequired }: { strength: NumberSpec; strengthRequired: boolean },
): FieldIssue[] {
  const at = `${path}.strength`
  const spec = { required: strengthRequired, nullable: strength.nullable }
  return checkPresence(at, spec, own(item, 'strength'), (value) => checkNumber(at, value, strength))
}

function checkItems(
  path: string,
  value: Json,
  spec: ListSpec & { openItems?: true },
  keys: string[],
  check: (path: string, item: Item) => FieldIssue[],
): FieldIssue[] {
  return checkList(path, value, spec, (at, item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return [{ path: at, message: `Give ${keys.join(' and ')}.` }]
    const unknown = spec.openItems ? [] : Object.keys(item).filter((key) => !keys.includes(key))
    const extra = unknown.map((key) => ({
      path: `${at}.${key}`,
      message: `There is no “${key}” here.`,
    }))
    return [...extra, ...check(at, item)]
  })
}
