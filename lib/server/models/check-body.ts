import 'server-only'
import { type OutputUnit, Validator } from '@cfworker/json-schema'
import type { Input } from '@/lib/catalog/field'
import type { JsonSchema } from '@/lib/catalog/schema/json-schema'
import type { FieldIssue } from '@/lib/contract/errors'

const validators = new WeakMap<JsonSchema, Validator>()

/**
 * The document's own word on a body, beyond what fields can say: JSON fields, and rules of a whole
 * body. The library interprets a schema and generates no code, since the document is not ours.
 */
export function checkBody(schema: JsonSchema, input: Input): FieldIssue[] {
  const validator = validators.get(schema) ?? new Validator(schema, '2020-12', false)
  validators.set(schema, validator)
  const { valid, errors } = validator.validate(input)
  return valid ? [] : deepest(errors).map(toIssue)
}

/** Without the errors that only say that something inside them is wrong. */
function deepest(errors: OutputUnit[]): OutputUnit[] {
  const causes = errors.filter(
    ({ instanceLocation: at, keywordLocation: by }) =>
      !errors.some(
        (other) =>
          other.instanceLocation.startsWith(`${at}/`) ||
          (other.instanceLocation === at && other.keywordLocation.startsWith(`${by}/`)),
      ),
  )
  return [...new Map(causes.map((error) => [error.instanceLocation, error])).values()].slice(0, 20)
}

function toIssue({ instanceLocation, keyword, error }: OutputUnit): FieldIssue {
  const path = instanceLocation
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
  const message = keyword === 'false' ? 'There is no such field.' : error
  return { path, message: message.replace(/^(?:Instance|String|Array) /, 'This ') }
}
