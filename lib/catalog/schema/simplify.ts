import type { Json } from '../field'
import { isObject, type JsonSchema, typesOf } from './json-schema'
import { mergeSchemas } from './merge'

/**
 * A schema in its plainest words: parts of `allOf` put together, ways of saying "or null" dropped,
 * constants and lists of them as one `enum`. What remains in `allOf`, `anyOf` or `oneOf` has no
 * plainer word.
 */
export function simplify(value: Json | undefined): JsonSchema {
  if (!isObject(value)) return {}
  return withoutNull(withChoices(withoutAllOf(value)))
}

function withoutAllOf(schema: JsonSchema): JsonSchema {
  const { allOf, ...rest } = schema
  if (!Array.isArray(allOf)) return schema
  return [...allOf.filter(isObject).map(withoutAllOf), rest].reduce(mergeSchemas, {})
}

/** `anyOf` and `oneOf` where one schema says the same. */
function withChoices(schema: JsonSchema): JsonSchema {
  const { anyOf, oneOf, ...rest } = schema
  const choices = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : null
  if (!choices || (Array.isArray(anyOf) && Array.isArray(oneOf))) return schema
  const options = choices.filter(isObject).filter((option) => option.type !== 'null')
  const plain = options.map((option) => simplify(option))
  const [first] = plain
  if (!first) return schema
  if (plain.length === 1) return mergeSchemas(first, rest)
  if (plain.every((option) => Array.isArray(option.enum))) {
    const values = plain.flatMap((option) => (Array.isArray(option.enum) ? option.enum : []))
    return mergeSchemas({ enum: [...new Set(values)] }, rest)
  }
  if (plain.every(isObjectSchema)) return mergeSchemas(anyObject(plain), rest)
  const free = plain.find((option) => !Array.isArray(option.enum))
  const isText = plain.every((option) => isTextual(option))
  return free && isText && Array.isArray(anyOf) && plain.length === 2
    ? mergeSchemas(free, rest)
    : schema
}

const isTextual = ({ type, enum: options }: JsonSchema) =>
  type === 'string' ||
  (Array.isArray(options) && options.every((option) => typeof option === 'string'))

const isObjectSchema = (schema: JsonSchema) =>
  isObject(schema.properties) && (schema.type === undefined || schema.type === 'object')

/** Several shapes of an object as one: all their properties, and what each of them requires. */
function anyObject(shapes: JsonSchema[]): JsonSchema {
  const properties = new Map<string, Json[]>()
  for (const shape of shapes)
    for (const [name, schema] of Object.entries(isObject(shape.properties) ? shape.properties : {}))
      properties.set(name, [...(properties.get(name) ?? []), schema])
  const required = shapes.map((shape) => (Array.isArray(shape.required) ? shape.required : []))
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...properties].map(([name, schemas]) => {
        const distinct = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()]
        return [name, distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct }]
      }),
    ),
    required: (required[0] ?? []).filter((name) => required.every((names) => names.includes(name))),
  }
}

function withoutNull(schema: JsonSchema): JsonSchema {
  const plain = { ...schema }
  const types = typesOf(schema)?.filter((type) => type !== 'null')
  const numeric = types?.length === 2 && types.includes('integer') && types.includes('number')
  if (types) plain.type = numeric ? 'number' : types.length === 1 ? (types[0] ?? null) : types
  if (schema.const !== undefined) {
    plain.enum = [schema.const]
    delete plain.const
  }
  if (Array.isArray(plain.enum)) plain.enum = plain.enum.filter((option) => option !== null)
  return plain
}
