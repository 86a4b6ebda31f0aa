import 'server-only'
import { isObject, type JsonSchema } from '../../catalog/schema/json-schema'

/**
 * Fields of Krea 3 that are known by their effect, though no document at hand has them. The names
 * are ours where nobody told Krea's. A document that has them is not touched.
 */
const fields: JsonSchema = {
  thinking_mode: { type: 'string', enum: ['fast', 'high', 'ultra'] },
  local_edit: { type: 'boolean' },
  negative_prompt: { type: 'string' },
}

export function withKnownFields(document: unknown): unknown {
  const schema = path.reduce((at: unknown, name) => (isObject(at) ? at[name] : undefined), document)
  if (!isObject(document) || !isObject(schema)) return document
  return replaceAt(document, path, { ...fields, ...schema })
}

const path = [
  'paths',
  '/generate/image/krea/krea-3',
  'post',
  'requestBody',
  'content',
  'application/json',
  'schema',
  'properties',
]

function replaceAt(at: JsonSchema, [name = '', ...rest]: string[], value: JsonSchema): JsonSchema {
  const below = at[name]
  const replaced = rest.length > 0 && isObject(below) ? replaceAt(below, rest, value) : value
  return { ...at, [name]: replaced }
}
