import * as z from 'zod/mini'
import type { Json } from './field'
import { isObject, type JsonSchema } from './schema/json-schema'
import { lookUp, resolveSchema } from './schema/resolve'

const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** The parts of an OpenAPI operation that make a model. What is malformed counts as absent. */
const operationSchema = z.looseObject({
  summary: optional(z.string().check(z.minLength(1))),
  description: optional(z.string()),
  deprecated: optional(z.boolean()),
  requestBody: optional(z.json()),
  'x-mint': optional(z.json()),
  'x-krea-pricing': optional(z.json()),
  'x-krea-deprecated-field-aliases': optional(
    z.array(z.looseObject({ from: z.string(), to: z.string() })),
  ),
  'x-sunset': optional(z.string()),
  'x-replacement': optional(z.string()),
})

export type Operation = z.infer<typeof operationSchema>

const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.unknown()),
})

type ModelOperation = { id: string; operation: Operation; body: JsonSchema }

/** A model of the document that cannot be offered, and why in the middle of a sentence. */
export type Skipped = { id: string; reason: string }

const prefix = '/generate/'

/** The kinds of models whose results this playground can show. */
const tasks = new Set(['image', 'enhance'])

/**
 * Every `POST /generate/image/…` and `…/enhance/…` of the document with its body's schema, in the
 * document's order, and those that cannot be read.
 * @throws Error when it is no OpenAPI document.
 */
export function generateOperations(document: unknown): {
  operations: ModelOperation[]
  skipped: Skipped[]
} {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) throw new Error('not an OpenAPI document: no openapi version or no paths')
  const operations: ModelOperation[] = []
  const skipped: Skipped[] = []
  for (const [path, item] of Object.entries(parsed.data.paths)) {
    const id = path.slice(prefix.length)
    if (!path.startsWith(prefix) || !tasks.has(id.split('/')[0] ?? '')) continue
    try {
      const found = readOperation(document, id, item)
      if (found) operations.push(found)
    } catch (error) {
      skipped.push({ id, reason: error instanceof Error ? error.message : 'it cannot be read' })
    }
  }
  return { operations, skipped }
}

/** @returns `null` for a path that takes no POST. */
function readOperation(document: unknown, id: string, value: unknown): ModelOperation | null {
  const item = dereference(document, value)
  if (!item) throw new Error('its path is empty')
  if (item.post === undefined) return null
  if (!isSendable(id)) throw new Error('its path cannot be sent')
  const operation = operationSchema.safeParse(item.post)
  if (!operation.success) throw new Error('its POST is malformed')
  return { id, operation: operation.data, body: bodySchema(document, operation.data.requestBody) }
}

/** What a request to Krea may name: see `modelPath` in `lib/krea/client.ts`. */
const isSendable = (id: string) =>
  id.split('/').every((step) => /^[\w.-]+$/.test(step) && !/^\.+$/.test(step))

function bodySchema(document: unknown, requestBody: Json | undefined): JsonSchema {
  const request = dereference(document, requestBody)
  const content = request && isObject(request.content) ? request.content : {}
  const media = Object.entries(content).find(([type]) => isJson(type))?.[1]
  if (!isObject(media)) throw new Error('its body is not JSON')
  const schema = resolveSchema(document, media.schema ?? null)
  if (!isObject(schema)) throw new Error('its body has no schema')
  return schema
}

/** `application/json`, `application/json; charset=utf-8`, `application/merge-patch+json`. */
const isJson = (type: string) =>
  /^\s*(?:application\/(?:[\w.-]+\+)?json|\*\/\*)\s*(?:;|$)/i.test(type)

function dereference(document: unknown, value: unknown): JsonSchema | null {
  if (!isObject(value)) return null
  return typeof value.$ref === 'string' ? lookUp(document, value.$ref) : value
}
