import 'server-only'
import * as z from 'zod/mini'
import { ApiError } from '@/lib/contract/errors'

const keySchema = z.guid().check(z.toLowerCase())

/** @throws ApiError `invalid_request` without a UUID in `Idempotency-Key` */
export function readIdempotencyKey(request: Request): string {
  const key = keySchema.safeParse(request.headers.get('idempotency-key'))
  if (!key.success)
    throw new ApiError('invalid_request', 'Send a UUID of your own in the header Idempotency-Key.')
  return key.data
}
