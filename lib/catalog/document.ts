import * as z from 'zod/mini'
import type { Json } from './field'

/** The parts of an OpenAPI 3.1 document that make a catalog; everything else is left alone. */
const operationSchema = z.looseObject({
  summary: z.optional(z.string()),
  deprecated: z.optional(z.boolean()),
  requestBody: z.optional(z.json()),
  'x-average-seconds': z.catch(z.nullable(z.optional(z.number())), null),
  'x-krea-pricing': z.catch(
    z.nullable(
      z.optional(
        z.looseObject({
          price_points: z.array(
            z.looseObject({
              amount: z.number(),
              dimensions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
            }),
          ),
        }),
      ),
    ),
    null,
  ),
  'x-krea-deprecated-field-aliases': z.catch(
    z.nullable(z.optional(z.array(z.looseObject({ from: z.string(), to: z.string() })))),
    null,
  ),
  'x-sunset': z.catch(z.nullable(z.optional(z.string())), null),
  'x-replacement': z.catch(z.nullable(z.optional(z.string())), null),
})

export type Operation = z.infer<typeof operationSchema>

const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.looseObject({})),
})

export type JsonSchema = { [key: string]: Json }

export const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every `POST /generate/…` of the document with its body's schema, in the document's order. */
export function generateOperations(
  document: unknown,
): { id: string; operation: Operation; body: JsonSchema }[] {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) throw new Error('not an OpenAPI document: no openapi version or no paths')
  return Object.entries(parsed.data.paths).flatMap(([path, item]) => {
    const operation = operationSchema.safeParse(item.post)
    if (!path.startsWith('/generate/') || !operation.success) return []
    const body = bodySchema(document, operation.data.requestBody)
    return body ? [{ id: path.slice('/generate/'.length), operation: operation.data, body }] : []
  })
}

function bodySchema(document: unknown, requestBody: Json | undefined): JsonSchema | null {
  const request = resolve(document, requestBody ?? null)
  const content = isObject(request) && isObject(request.content) ? request.content : {}
  const media = content['application/json']
  const schema = resolve(document, isObject(media) ? (media.schema ?? null) : null)
  return isObject(schema) ? schema : null
}

const maxDepth = 12

/** Replaces every local `$ref`; a cycle or a reference to nowhere becomes the open schema `{}`. */
export function resolve(document: unknown, value: Json, depth = 0): Json {
  if (depth > maxDepth) return {}
  if (Array.isArray(value)) return value.map((item) => resolve(document, item, depth + 1))
  if (!isObject(value)) return value
  if (typeof value.$ref === 'string')
    return resolve(document, lookUp(document, value.$ref), depth + 1)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(document, item, depth + 1)]),
  )
}

function lookUp(document: unknown, reference: string): Json {
  const path = reference.startsWith('#/') ? reference.slice(2).split('/') : []
  let at: unknown = path.length > 0 ? document : {}
  for (const step of path) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }
  return isObject(at) ? at : {}
}
