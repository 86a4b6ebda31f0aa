import type { Json } from '../field'
import { isObject, type JsonSchema, schemaLists, schemaMaps, singleSchemas } from './json-schema'
import { isWellFormed } from './keywords'
import { readPattern } from './pattern'

/** How often a reference may lead back to itself before it becomes the open schema `{}`. */
const maxRepeats = 3

/** A body larger than this is no form. */
const maxSchemas = 20_000

/**
 * A schema of the document with every local `$ref` in its place, in the words of JSON Schema 2020-12:
 * OpenAPI 3.0's `nullable` and true or false exclusive bounds are rewritten, patterns that cannot be
 * used are left out. A reference to nowhere becomes `{}`.
 * @throws Error when there is too much of it.
 */
export function resolveSchema(document: unknown, schema: Json): Json {
  let count = 0

  function resolve(value: Json, path: readonly string[]): Json {
    count += 1
    if (count > maxSchemas) throw new Error('its body is too large')
    if (!isObject(value)) return value
    const { $ref: reference, ...rest } = value
    const own = resolveKeywords(rest, path)
    if (typeof reference !== 'string') return own
    if (path.filter((step) => step === reference).length >= maxRepeats) return own
    const target = resolve(lookUp(document, reference), [...path, reference])
    if (Object.keys(own).length === 0 || !isObject(target)) return target
    return { allOf: [target, own] }
  }

  function resolveKeywords(schema: JsonSchema, path: readonly string[]): JsonSchema {
    return inPresentWords(
      Object.fromEntries(
        Object.entries(schema)
          .filter(([key, value]) => isWellFormed(key, value))
          .map(([key, value]): [string, Json] => {
            if (schemaMaps.has(key) && isObject(value))
              return [
                key,
                Object.fromEntries(
                  Object.entries(value)
                    .filter(([name]) => key !== 'patternProperties' || readPattern(name) !== null)
                    .map(([name, one]) => [name, resolve(one, path)]),
                ),
              ]
            if (schemaLists.has(key) && Array.isArray(value))
              return [key, value.map((one) => resolve(one, path))]
            if (singleSchemas.has(key)) return [key, resolve(value, path)]
            return [key, value]
          }),
      ),
    )
  }

  return resolve(schema, [])
}

function inPresentWords(schema: JsonSchema): JsonSchema {
  const present = { ...schema }
  if (typeof present.pattern === 'string' && readPattern(present.pattern) === null)
    delete present.pattern
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const value = present[bound]
    if (typeof present[exclusive] !== 'boolean') continue
    const excluded = present[exclusive]
    delete present[exclusive]
    if (!excluded || value === undefined) continue
    present[exclusive] = value
    delete present[bound]
  }
  // By the letter of OpenAPI 3.0, a list of values has to name null too.
  if (present.nullable === true && typeof present.type === 'string')
    present.type = [present.type, 'null']
  return present
}

/** The value that a local reference such as `#/components/schemas/Body` names; `{}` for none. */
export function lookUp(document: unknown, reference: string): JsonSchema {
  const path = reference.startsWith('#/') ? reference.slice(2).split('/') : []
  let at: unknown = path.length > 0 ? document : {}
  for (const step of path) {
    const key = decode(step).replaceAll('~1', '/').replaceAll('~0', '~')
    const found: unknown =
      Array.isArray(at) && /^\d+$/.test(key)
        ? at[Number(key)]
        : isObject(at) && Object.hasOwn(at, key)
          ? at[key]
          : undefined
    at = found
  }
  return isObject(at) ? at : {}
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
