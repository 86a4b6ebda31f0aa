import * as z from 'zod/mini'
import { type ErrorCode, errorTable } from './errors'

/** The body of every error answer: RFC 9457 problem details with our members. */
export const problemSchema = z.looseObject({
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(errorTable, code)),
  requestId: z.string(),
  charged: z.enum(['no', 'yes', 'unknown']),
  retryAfterMs: z.optional(z.number()),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  replacement: z.optional(z.string()),
})

export type ReadProblem = z.infer<typeof problemSchema>
