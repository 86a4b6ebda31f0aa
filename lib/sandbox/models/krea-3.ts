import 'server-only'
import { isObject, type JsonSchema } from '../../catalog/schema/json-schema'

/**
 * Fields of Krea 3 that are known by what they do, though no document at hand has them. The names
 * are ours where nobody told Krea's. A document that has them is not touched.
 */
const fields: JsonSchema = {
  thinking_mode: { type: 'string', enum: ['fast', 'high', 'ultra'] },
  local_edit: { type: 'boolean' },
  negative_prompt: { type: 'string' },
}

export function withKnownFields(modelId: string, schema: JsonSchema): JsonSchema {
  if (modelId !== 'image/krea/krea-3' || !isObject(schema.properties)) return schema
  return { ...schema, properties: { ...fields, ...schema.properties } }
}
