import { type Field, type Json, type Model, propertiesOf } from '../catalog/field'
import { formatName } from '../catalog/format-name'
import type { GalleryRecord } from './record'

/** A record, with its model where the catalog still has it. */
export type Subject = { record: GalleryRecord; model: Model | undefined }

/** One value of a request, however deep. `isDefault`: the request left it to Krea. */
export type Setting = { path: string; label: string; value: Json; isDefault: boolean }

/** A row: one parameter's value for each picture, or null where it has none. */
export type Difference = { path: string; label: string; values: (Setting | null)[] }

/** All values of a request, with the model's own labels and order. */
export function settingsOf({ record, model }: Subject): Setting[] {
  const fields = model?.fields ?? []
  const order = fields.flatMap(propertiesOf)
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.entries(record.input)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .flatMap(([name, value]) => flatten(name, labelOf(fields, name), value, false))
}

/** The parameters in which the requests differ; a missing one counts as its default. */
export function differences(subjects: Subject[]): Difference[] {
  const columns = subjects.map((subject) => {
    const all = [...settingsOf(subject), ...defaultsOf(subject)]
    return new Map(all.map((setting) => [setting.path, setting]))
  })
  const labels = new Map(
    columns.flatMap((column) => [...column].map(([path, { label }]) => [path, label])),
  )
  return [...labels].flatMap(([path, label]) => {
    const values = columns.map((column) => column.get(path) ?? null)
    return values.every((value) => same(value, values[0] ?? null)) ? [] : [{ path, label, values }]
  })
}

const same = (a: Setting | null, b: Setting | null) =>
  JSON.stringify(a?.value) === JSON.stringify(b?.value)

/** What a request left to Krea. Nothing for a model that is gone. */
export function defaultsOf({ record, model }: Subject): Setting[] {
  const fields = model?.fields ?? []
  return fields
    .flatMap(fieldDefaults)
    .filter(([name]) => record.input[name] === undefined)
    .flatMap(([name, value]) => flatten(name, labelOf(fields, name), value, true))
}

function fieldDefaults(field: Field): [string, Json][] {
  const specs: [string, object][] =
    field.kind === 'size' ? Object.entries(field.parts) : [[field.name, field]]
  return specs.flatMap(([name, spec]): [string, Json][] =>
    'default' in spec && isPlain(spec.default) ? [[name, spec.default]] : [],
  )
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value !== '')

function labelOf(fields: Field[], name: string): string {
  const owner = fields.find((field) => propertiesOf(field).includes(name))
  return owner && owner.kind !== 'size' ? owner.label : formatName(name)
}

function flatten(path: string, label: string, value: Json, isDefault: boolean): Setting[] {
  const parts =
    value !== null && typeof value === 'object'
      ? Array.isArray(value)
        ? value.map((item, at): [string, string, Json] => [`${at}`, `${at + 1}`, item])
        : Object.entries(value).map(([name, item]): [string, string, Json] => [
            name,
            formatName(name).toLowerCase(),
            item,
          ])
      : []
  return parts.length === 0
    ? [{ path, label, value, isDefault }]
    : parts.flatMap(([key, name, item]) =>
        flatten(`${path}.${key}`, `${label} ${name}`, item, isDefault),
      )
}

/** A value as a person reads it. In quotes where its type would not show: `"1"` beside 1. */
export function formatValue(value: Json, quoted = false): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (typeof value === 'string') return quoted || value === '' ? JSON.stringify(value) : value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Whether a row has values of more than one type, so that strings need quotes. */
export const isMixed = ({ values }: Difference): boolean =>
  new Set(values.flatMap((setting) => (setting ? [typeof setting.value] : []))).size > 1
