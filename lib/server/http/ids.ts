import 'server-only'
import * as z from 'zod'
import { ApiError } from '@/lib/contract/errors'

const uuid = z.guid().toLowerCase()
const mostIds = 100

/** @throws ApiError `invalid_request` without a UUID in `Idempotency-Key` */
export function readKey(request: Request): string {
  const key = uuid.safeParse(request.headers.get('idempotency-key'))
  if (!key.success)
    throw new ApiError('invalid_request', 'Send a UUID of your own in the header Idempotency-Key.')
  return key.data
}

/** @throws ApiError `not_found`: what is no UUID is no job */
export function readId(id: string): string {
  const parsed = uuid.safeParse(id)
  if (!parsed.success) throw new ApiError('not_found', 'There is no such job: job ids are UUIDs.')
  return parsed.data
}

/** The ids of `?ids=a,b,…`. @throws ApiError `invalid_request` */
export function readIds(request: Request): string[] {
  const given = new URL(request.url).searchParams.get('ids')?.split(',') ?? []
  const ids = z.array(uuid).min(1).max(mostIds).safeParse(given)
  if (!ids.success)
    throw new ApiError('invalid_request', `Give 1 to ${mostIds} job ids as ?ids=a,b,…`)
  return ids.data
}
