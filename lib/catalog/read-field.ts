import { isObject, type JsonSchema } from './document'
import type { ChoiceSpec, Field, Json, ListSpec, NumberSpec, SizeParts, TextSpec } from './field'
import { fieldLabel } from './format-name'

const sizeNames = ['width', 'height', 'aspect_ratio', 'resolution'] as const

/** A body's properties as fields. Width, height, aspect ratio and resolution become one size. */
export function readFields(body: JsonSchema): Field[] {
  const properties = isObject(body.properties) ? body.properties : {}
  const required = new Set(Array.isArray(body.required) ? body.required : [])
  const parts = readSize(properties, required)
  const fields = Object.entries(properties)
    .filter(([name]) => !(name in parts))
    .map(([name, schema]) => readField(name, plain(schema), required.has(name)))
  if (Object.keys(parts).length === 0) return fields
  const sizeRequired = Object.values(parts).some((part) => part.required)
  return [...fields, { name: 'size', label: 'Size', required: sizeRequired, kind: 'size', parts }]
}

function readSize(properties: JsonSchema, required: Set<Json>): SizeParts {
  const parts: SizeParts = {}
  for (const name of sizeNames) {
    const schema = plain(properties[name])
    const common = { required: required.has(name) }
    if (name === 'width' || name === 'height') {
      if (isNumeric(schema))
        parts[name] = { ...numberSpec({ ...schema, type: 'integer' }), ...common }
    } else if (Array.isArray(schema.enum)) parts[name] = { ...choiceSpec(schema), ...common }
  }
  return parts
}

/** One property as a field. A shape not known here becomes a JSON field, never silence. */
function readField(name: string, schema: JsonSchema, required: boolean): Field {
  const common = { name, label: fieldLabel(name), required }
  if (Array.isArray(schema.enum) && isChoice(schema))
    return { ...common, kind: 'choice', ...choiceSpec(schema) }
  if (schema.type === 'boolean')
    return { ...common, kind: 'toggle', default: booleanOr(schema.default) }
  if (isNumeric(schema))
    return { ...common, kind: name === 'seed' ? 'seed' : 'number', ...numberSpec(schema) }
  if (schema.type === 'string') return { ...common, ...readString(name, schema) }
  if (schema.type === 'array') {
    const list = readList(name, schema)
    if (list) return { ...common, ...list }
  }
  return { ...common, kind: 'json', schema, default: schema.default ?? null }
}

/** Distributes over the kinds, so that each keeps its own members. */
type Bare<F = Field> = F extends Field ? Omit<F, 'name' | 'label' | 'required'> : never

function readString(name: string, schema: JsonSchema): Bare {
  if (schema.format === 'uri')
    return {
      kind: name.startsWith('mask') ? 'mask' : 'image',
      maxLength: numberOr(schema.maxLength),
    }
  return { kind: name === 'prompt' ? 'prompt' : 'text', ...textSpec(schema) }
}

function readList(name: string, schema: JsonSchema): Bare | null {
  const item = plain(schema.items)
  const list: ListSpec = {
    minItems: numberOr(schema.minItems) ?? 0,
    maxItems: numberOr(schema.maxItems),
  }
  if (item.type === 'string' && item.format === 'uri')
    return { kind: 'images', ...list, maxLength: numberOr(item.maxLength) }
  const properties = isObject(item.properties) ? item.properties : {}
  const required = Array.isArray(item.required) ? item.required : []
  const names = Object.keys(properties).sort().join()
  const weighted = {
    ...list,
    strength: numberSpec(plain(properties.strength)),
    strengthRequired: required.includes('strength'),
  }
  if (names === 'strength,url')
    return { kind: 'weighted-images', ...weighted, urlRequired: required.includes('url') }
  if (names === 'tag,url')
    return { kind: 'tagged-images', ...list, tag: textSpec(plain(properties.tag)) }
  if (names === 'id,strength')
    return { kind: name.includes('moodboard') ? 'moodboards' : 'styles', ...weighted }
  return null
}

/** The schema without its ways of saying "or null": `["string","null"]`, `anyOf: [X, null]`. */
function plain(value: Json | undefined): JsonSchema {
  if (!isObject(value)) return {}
  const options = value.anyOf ?? value.oneOf
  if (Array.isArray(options)) {
    const real = options.filter((option) => isObject(option) && option.type !== 'null')
    if (real.length === 1) return plain({ ...value, anyOf: null, oneOf: null, ...plain(real[0]) })
  }
  const rest = { ...value }
  if (Array.isArray(value.type)) {
    const types = value.type.filter((type) => type !== 'null')
    if (types.length === 1) rest.type = types[0] ?? null
  }
  if (Array.isArray(value.enum)) rest.enum = value.enum.filter((option) => option !== null)
  return rest
}

const isNumeric = (schema: JsonSchema) => schema.type === 'number' || schema.type === 'integer'

const isChoice = (schema: JsonSchema) =>
  Array.isArray(schema.enum) &&
  schema.enum.length > 0 &&
  schema.enum.every((option) => typeof option === 'string' || typeof option === 'number')

function choiceSpec(schema: JsonSchema): ChoiceSpec {
  const options = (Array.isArray(schema.enum) ? schema.enum : []).filter(
    (option) => typeof option === 'string' || typeof option === 'number',
  )
  return { options, default: options.find((option) => option === schema.default) ?? null }
}

function numberSpec(schema: JsonSchema): NumberSpec {
  const [min, max] = [numberOr(schema.minimum), numberOr(schema.maximum)]
  const integer = schema.type === 'integer'
  const span = min === null || max === null ? null : max - min
  const natural = integer ? 1 : span !== null && span <= 5 ? 0.01 : 0.1
  return {
    min,
    max,
    step: numberOr(schema.multipleOf) ?? natural,
    integer,
    default: numberOr(schema.default),
  }
}

function textSpec(schema: JsonSchema): TextSpec {
  return {
    minLength: numberOr(schema.minLength) ?? 0,
    maxLength: numberOr(schema.maxLength),
    pattern: typeof schema.pattern === 'string' ? schema.pattern : null,
    default: typeof schema.default === 'string' ? schema.default : null,
  }
}

const numberOr = (value: Json | undefined) => (typeof value === 'number' ? value : null)
const booleanOr = (value: Json | undefined) => (typeof value === 'boolean' ? value : null)
