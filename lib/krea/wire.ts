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
  /** Older and intermediate jobs have their addresses here. */
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
