import 'server-only'
import * as z from 'zod'

export const formats = ['png', 'jpeg', 'webp'] as const
export type PictureFormat = (typeof formats)[number]

/** The facts that a job's id cannot carry: its owner, and how its result looks. */
export const jobRecordSchema = z.object({
  id: z.string(),
  owner: z.string(),
  type: z.string(),
  format: z.enum(formats),
  /** The result's own name, where a node app gave one. */
  output: z.string().optional(),
  /** The style that a training makes. */
  styleId: z.string().optional(),
  /** Where to POST the job when it ends, and the address that its pictures are under. */
  webhook: z.object({ url: z.string(), base: z.string() }).optional(),
})

export type JobRecord = z.infer<typeof jobRecordSchema>

export const markSchema = z.object({
  id: z.string(),
  mark: z.enum(['cancelled', 'removed']),
  at: z.number(),
})

/** That somebody cancelled or removed a job, and when. */
export type Mark = z.infer<typeof markSchema>
