import type { Json } from '../field'

/** A schema as an OpenAPI document holds it: any JSON object. */
export type JsonSchema = { [key: string]: Json }

export const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Keywords whose value is a map of schemas, a list of schemas, or one schema. */
export const schemaMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
])
export const schemaLists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
export const singleSchemas: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
])

/** The types a schema names; `null` where it names none. */
export function typesOf(schema: JsonSchema): string[] | null {
  const { type } = schema
  if (typeof type === 'string') return [type]
  if (!Array.isArray(type)) return null
  return type.filter((one): one is string => typeof one === 'string')
}

/** Whether `null` is a value that the schema takes. */
export function allowsNull(schema: Json | undefined): boolean {
  if (!isObject(schema)) return schema !== false
  const { const: only, enum: options, allOf, anyOf, oneOf } = schema
  if (typesOf(schema)?.includes('null') === false) return false
  if (only !== undefined && only !== null) return false
  if (Array.isArray(options) && !options.includes(null)) return false
  if (Array.isArray(allOf) && !allOf.every(allowsNull)) return false
  if (Array.isArray(anyOf) && !anyOf.some(allowsNull)) return false
  return !Array.isArray(oneOf) || oneOf.filter(allowsNull).length === 1
}
