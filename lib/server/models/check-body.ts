import 'server-only'
import { type OutputUnit, Validator } from '@cfworker/json-schema'
import type { Input, Json } from '@/lib/catalog/field'
import { isObject, type JsonSchema } from '@/lib/catalog/schema/json-schema'
import { isLinear } from '@/lib/catalog/schema/pattern'
import type { FieldIssue } from '@/lib/contract/errors'

const validators = new WeakMap<JsonSchema, Validator>()

/**
 * The document's own word on a body, beyond what fields can say: JSON fields, and rules of a whole
 * body. The library interprets a schema and generates no code, since the document is not ours.
 */
export function checkBody(schema: JsonSchema, input: Input): FieldIssue[] {
  const validator = validators.get(schema) ?? validatorOf(schema)
  validators.set(schema, validator)
  try {
    const { valid, errors } = validator.validate(input)
    return valid ? [] : distinct(causesIn(errors).map(toIssue))
  } catch (error) {
    // Half a letter in a name cannot be part of an error's place.
    if (!(error instanceof URIError)) throw error
    return [{ path: '', message: 'A name in this body is not valid text.' }]
  }
}

const validatorOf = (schema: JsonSchema) =>
  new Validator(withBoundedPatterns(schema), '2020-12', false)

/** A pattern that may take the square of a text in time is held against short texts only. */
const maxMatched = 1_000

function withBoundedPatterns(schema: JsonSchema): JsonSchema {
  const inside = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, data.has(key) ? value : bounded(value)]),
  )
  const { pattern, ...rest } = inside
  if (typeof pattern !== 'string' || isLinear(pattern)) return inside
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  const ifShort: Json = { if: { maxLength: maxMatched }, then: { pattern } }
  return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), ifShort] }
}

const data = new Set(['const', 'enum', 'default'])

function bounded(value: Json): Json {
  if (Array.isArray(value)) return value.map(bounded)
  return isObject(value) ? withBoundedPatterns(value) : value
}

/** Keywords that only say that something inside is wrong. */
const wrappers = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentSchemas',
  'items',
  'prefixItems',
  'unevaluatedItems',
])

const maxIssues = 20

function causesIn(errors: OutputUnit[]): OutputUnit[] {
  const causes = errors.filter(({ keyword }) => !wrappers.has(keyword))
  return causes.length > 0 ? causes : errors.slice(-1)
}

/** One for each place. */
const distinct = (issues: FieldIssue[]): FieldIssue[] =>
  [...new Map(issues.toReversed().map((issue) => [issue.path, issue])).values()]
    .toReversed()
    .slice(0, maxIssues)

function toIssue(unit: OutputUnit): FieldIssue {
  const path = unit.instanceLocation
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
  if (unit.keyword === 'required') path.push(quotedIn(unit))
  return { path: path.join('.'), message: sentenceOf(unit) }
}

const quotedIn = ({ error }: OutputUnit) => /"([^"]*)"\.$/.exec(error)?.[1] ?? ''

/** The library's sentences are for programmers. */
function sentenceOf(unit: OutputUnit): string {
  const { keyword, error } = unit
  switch (keyword) {
    case 'false':
      return 'There is no such field.'
    case 'type':
      return `Give a value of this type: ${error.replaceAll('"', '').replace(/^.*Expected /, '')}`
    case 'required':
      return 'This is needed.'
    case 'dependentRequired':
      return `“${quotedIn(unit)}” is needed with this.`
    case 'const':
    case 'enum':
      return `Give one of these: ${error.replace(/^[^[{"\d]*/, '').replace(/\.$/, '')}`
    case 'format':
      return `This is not of the form “${quotedIn(unit)}”.`
    default:
      return error.replace(/^(?:Instance|String|Array) /, 'This ')
  }
}
