import 'server-only'
import * as z from 'zod'

/**
 * Krea's bodies as they come over the wire: loose on keys and words we do not know, strict on the
 * few we cannot do without. Source: https://api.krea.ai/openapi.json and what was seen live.
 */
export const jobWireSchema = z.looseObject({
  job_id: z.guid(),
  status: z.string().min(1).max(100),
  type: z.string().nullish().catch(null),
  created_at: z.string().nullish().catch(null),
  completed_at: z.string().nullish().catch(null),
  result: z.unknown().optional(),
  urls: z.unknown().optional(),
  error: z.unknown().optional(),
})

export type JobWire = z.infer<typeof jobWireSchema>

export const jobPageWireSchema = z.looseObject({
  items: z.array(z.unknown()),
  next_cursor: z.string().nullish().catch(null),
})

export const assetWireSchema = z.looseObject({
  id: z.string().min(1).max(200),
  image_url: z.url({ protocol: /^https?$/ }),
  width: z.number().nullish().catch(null),
  height: z.number().nullish().catch(null),
  size_bytes: z.number().nullish().catch(null),
  mime_type: z.string().nullish().catch(null),
})

const styleWireSchema = z.looseObject({
  id: z.string().min(1),
  title: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
  thumbnail_url: z.string().nullish().catch(null),
  image_url: z.string().nullish().catch(null),
})

/** `GET /styles` is not in the document: a list at the top, or under one of the usual names. */
export const stylePageWireSchema = z.union([
  z.array(styleWireSchema),
  z.looseObject({ items: z.array(styleWireSchema) }).transform(({ items }) => items),
  z.looseObject({ styles: z.array(styleWireSchema) }).transform(({ styles }) => styles),
])
