import * as z from 'zod/mini'
import { ApiError, type ErrorCode, errorTable } from './errors'

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
  krea: z.optional(z.object({ status: z.number(), message: z.optional(z.string()) })),
})

type Problem = z.infer<typeof problemSchema>

export function toProblem(error: ApiError, requestId: string): Problem & { type: string } {
  const { code, charged, retryAfterMs, fields, replacement, krea } = error
  const { title, status } = errorTable[code]
  return {
    type: `urn:krea-playground:${code}`,
    title,
    status,
    detail: error.message,
    code,
    requestId,
    charged,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(fields === undefined ? {} : { fields }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(krea === undefined ? {} : { krea }),
  }
}

export function fromProblem(problem: Problem): ApiError {
  const error = new ApiError(problem.code, problem.detail, problem)
  error.requestId = problem.requestId
  return error
}
