import 'server-only'
import * as z from 'zod'

/** What the owner says of a new pass. No `models`: every one; no `expiresAt`: until it is spent. */
export const newPassSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  dollars: z.number().positive().max(100_000),
  expiresAt: z.iso.datetime().nullish(),
  models: z.array(z.string().max(200)).min(1).max(500).nullish(),
})
