import type { Json } from '../field'
import { isObject, schemaLists, schemaMaps, singleSchemas } from './json-schema'

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])

const isType = (value: Json) => typeof value === 'string' && types.has(value)
const isNames = (value: Json) =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')
const isSchema = (value: Json) => isObject(value) || typeof value === 'boolean'
const isCount = (value: Json) => typeof value === 'number' && value >= 0
const isBound = (value: Json) => typeof value === 'number'

const others: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['type', (value: Json) => isType(value) || (Array.isArray(value) && value.every(isType))],
  ['enum', (value: Json) => Array.isArray(value)],
  ['const', () => true],
  ['default', () => true],
  ['title', (value: Json) => typeof value === 'string'],
  ['description', (value: Json) => typeof value === 'string'],
  ['format', (value: Json) => typeof value === 'string'],
  ['pattern', (value: Json) => typeof value === 'string'],
  ['nullable', (value: Json) => typeof value === 'boolean'],
  ['uniqueItems', (value: Json) => typeof value === 'boolean'],
  ['required', isNames],
  ['dependentRequired', (value: Json) => isObject(value) && Object.values(value).every(isNames)],
  ['multipleOf', (value: Json) => typeof value === 'number' && value > 0],
  ['minimum', isBound],
  ['maximum', isBound],
  ['exclusiveMinimum', (value: Json) => isBound(value) || typeof value === 'boolean'],
  ['exclusiveMaximum', (value: Json) => isBound(value) || typeof value === 'boolean'],
  ['minLength', isCount],
  ['maxLength', isCount],
  ['minItems', isCount],
  ['maxItems', isCount],
  ['minProperties', isCount],
  ['maxProperties', isCount],
  ['minContains', isCount],
  ['maxContains', isCount],
])

/** Whether a keyword is one of JSON Schema's and its value of the right shape. Others are left out. */
export function isWellFormed(keyword: string, value: Json): boolean {
  if (singleSchemas.has(keyword)) return isSchema(value)
  if (schemaLists.has(keyword))
    return Array.isArray(value) && value.length > 0 && value.every(isSchema)
  if (schemaMaps.has(keyword)) return isObject(value) && Object.values(value).every(isSchema)
  return others.get(keyword)?.(value) ?? false
}
