import 'server-only'
import type * as z from 'zod/mini'
import { ApiError } from '@/lib/contract/errors'

/** The parts of a path in brackets. @throws ApiError `not_found` */
export function readParams<S extends z.ZodMiniType>(params: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  throw new ApiError('not_found', parsed.error.issues[0]?.message)
}

/** Of a name that is given twice the first value counts. @throws ApiError `invalid_request` */
export function readQuery<S extends z.ZodMiniType>(request: Request, schema: S): z.output<S> {
  const pairs = [...new URL(request.url).searchParams].reverse()
  const parsed = schema.safeParse(Object.fromEntries(pairs))
  if (parsed.success) return parsed.data
  throw new ApiError('invalid_request', parsed.error.issues[0]?.message)
}
