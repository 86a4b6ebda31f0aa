import type { Json } from '../field'
import { isObject, isSame, type JsonSchema, typesOf } from './json-schema'

/** Words about a value rather than rules for it: the later schema's stand. */
const annotations = new Set([
  'title',
  'description',
  'default',
  'examples',
  'example',
  'deprecated',
])

/**
 * One schema that takes what both take. Rules that cannot be put into one keyword stay in `allOf`.
 */
export function mergeSchemas(a: JsonSchema, b: JsonSchema): JsonSchema {
  const merged: JsonSchema = { ...a }
  const rest: Json[] = []
  for (const [key, value] of Object.entries(b)) {
    const other = a[key]
    if (!Object.hasOwn(a, key) || other === undefined || annotations.has(key)) merged[key] = value
    else if (!isSame(other, value)) {
      const both = mergeKeyword(key, other, value)
      if (both === undefined) rest.push({ [key]: value })
      else merged[key] = both
    }
  }
  if (rest.length > 0)
    merged.allOf = [...(Array.isArray(merged.allOf) ? merged.allOf : []), ...rest]
  return merged
}

/** `undefined` where one keyword cannot say both. */
function mergeKeyword(key: string, a: Json, b: Json): Json | undefined {
  switch (key) {
    case 'type': {
      const others = typesOf({ type: b }) ?? []
      const types = (typesOf({ type: a }) ?? []).flatMap((one) => commonType(one, others))
      return types.length === 1 ? types[0] : types
    }
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : undefined
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : undefined
    case 'enum':
      if (!Array.isArray(a) || !Array.isArray(b)) return undefined
      return a.filter((one) => b.some((other) => isSame(one, other)))
    case 'required':
      return Array.isArray(a) && Array.isArray(b) ? [...new Set([...a, ...b])] : undefined
    case 'allOf':
      return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : undefined
    case 'items':
      return isObject(a) && isObject(b) ? mergeSchemas(a, b) : undefined
    case 'properties':
      return isObject(a) && isObject(b) ? mergeProperties(a, b) : undefined
    case 'additionalProperties':
      return a === false || b === false ? false : undefined
    case 'uniqueItems':
      return a === true || b === true
    default:
      return undefined
  }
}

const commonType = (type: string, others: string[]): string[] => {
  if (others.includes(type)) return [type]
  if (type === 'number' && others.includes('integer')) return ['integer']
  return type === 'integer' && others.includes('number') ? [type] : []
}

function mergeProperties(a: JsonSchema, b: JsonSchema): JsonSchema {
  const merged = new Map(Object.entries(a))
  for (const [name, schema] of Object.entries(b)) {
    const other = merged.get(name)
    merged.set(name, isObject(other) && isObject(schema) ? mergeSchemas(other, schema) : schema)
  }
  return Object.fromEntries(merged)
}
