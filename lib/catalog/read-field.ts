import type { Bare, Field, Json, ListSpec, SizeParts } from './field'
import { fieldLabel } from './format-name'
import { hasPictureName, isOtherAddress } from './krea-quirks'
import { allowsNull, isObject, type JsonSchema } from './schema/json-schema'
import { simplify } from './schema/simplify'
import { booleanOr, choiceSpec, isChoice, isNumeric, numberOr, numberSpec, textSpec } from './specs'

const sizeNames = ['width', 'height', 'aspect_ratio', 'resolution'] as const

/** A body's properties as fields. Width, height, aspect ratio and resolution become one size. */
export function readFields(body: JsonSchema): Field[] {
  const { properties: found, required: names } = simplify(body)
  const properties = isObject(found) ? found : {}
  const required = new Set(Array.isArray(names) ? names : [])
  const parts = readSize(properties, required)
  const fields = Object.entries(properties)
    .filter(([name, schema]) => !Object.hasOwn(parts, name) && schema !== false)
    .map(([name, schema]) => readField(name, schema, required.has(name)))
  if (Object.keys(parts).length === 0) return fields
  const sizeRequired = Object.values(parts).some((part) => part.required)
  return [...fields, { name: 'size', label: 'Size', required: sizeRequired, kind: 'size', parts }]
}

function readSize(properties: JsonSchema, required: Set<Json>): SizeParts {
  const parts: SizeParts = {}
  for (const name of sizeNames) {
    if (!Object.hasOwn(properties, name)) continue
    const schema = simplify(properties[name])
    const common = { required: required.has(name), ...nullable(properties[name]) }
    if (name === 'width' || name === 'height') {
      if (isNumeric(schema)) parts[name] = { ...numberSpec(schema), step: 1, ...common }
    } else if (isChoice(schema)) parts[name] = { ...choiceSpec(schema), ...common }
  }
  return parts
}

const nullable = (schema: Json | undefined) =>
  allowsNull(schema) ? { nullable: true as const } : {}

/** One property as a field. A shape not known here becomes a JSON field, never silence. */
function readField(name: string, value: Json, required: boolean): Field {
  const schema = simplify(value)
  const common = {
    name,
    label: fieldLabel(name),
    required,
    ...nullable(value),
    ...(typeof schema.description === 'string' && schema.description.trim() !== ''
      ? { description: schema.description.trim() }
      : {}),
  }
  return { ...common, ...readKind(name, schema, value) }
}

function readKind(name: string, schema: JsonSchema, value: Json): Bare {
  if (isChoice(schema)) return { kind: 'choice', ...choiceSpec(schema) }
  const only = Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined
  if (schema.type === 'boolean' || typeof only === 'boolean')
    return { kind: 'toggle', default: booleanOr(only) ?? booleanOr(schema.default) }
  if (schema.enum === undefined && isNumeric(schema))
    return { kind: name === 'seed' ? 'seed' : 'number', ...numberSpec(schema) }
  if (schema.enum === undefined && schema.type === 'string') return readString(name, schema)
  const list = schema.type === 'array' ? readList(name, schema) : null
  return list ?? { kind: 'json', schema: value, default: schema.default ?? null }
}

function readString(name: string, schema: JsonSchema): Bare {
  if (isPicture(name, schema))
    return {
      kind: name.startsWith('mask') ? 'mask' : 'image',
      maxLength: numberOr(schema.maxLength),
    }
  return { kind: name === 'prompt' ? 'prompt' : 'text', ...textSpec(schema) }
}

const isPicture = (name: string, { format }: JsonSchema) =>
  format === 'uri' || format === 'url' ? !isOtherAddress(name) : !format && hasPictureName(name)

function readList(name: string, schema: JsonSchema): Bare | null {
  const item = simplify(schema.items)
  const list: ListSpec = {
    minItems: numberOr(schema.minItems) ?? 0,
    maxItems: numberOr(schema.maxItems),
  }
  if (item.type === 'string' && item.enum === undefined && isPicture(name, item))
    return { kind: 'images', ...list, ...urlSpec(schema.items, item) }
  if (item.type !== undefined && item.type !== 'object') return null
  const properties = isObject(item.properties) ? item.properties : {}
  const required = Array.isArray(item.required) ? item.required : []
  const open = item.additionalProperties !== undefined && item.additionalProperties !== false
  const items = open ? { openItems: true as const } : {}
  const url = urlSpec(properties.url, simplify(properties.url))
  const weighted = {
    ...list,
    ...items,
    strength: { ...numberSpec(simplify(properties.strength)), ...nullable(properties.strength) },
    strengthRequired: required.includes('strength'),
  }
  switch (Object.keys(properties).toSorted().join()) {
    case 'strength,url':
      return { kind: 'weighted-images', ...weighted, ...url, urlRequired: required.includes('url') }
    case 'tag,url':
      return {
        kind: 'tagged-images',
        ...list,
        ...items,
        ...url,
        tag: { ...textSpec(simplify(properties.tag)), ...nullable(properties.tag) },
      }
    case 'id,strength':
      return {
        kind: name.includes('moodboard') ? 'moodboards' : 'styles',
        ...weighted,
        id: textSpec(simplify(properties.id)),
      }
    default:
      return null
  }
}

const urlSpec = (schema: Json | undefined, plain: JsonSchema) => ({
  maxLength: numberOr(plain.maxLength),
  ...(schema !== undefined && allowsNull(schema) ? { urlNullable: true as const } : {}),
})
