import 'server-only'
import { ApiError } from '@/lib/contract/errors'

/** @throws ApiError `invalid_request` for an instant that is past already */
export function requireFuture(
  iso: string | null | undefined,
  now: number,
  path = 'expiresAt',
): Date | null {
  if (!iso) return null
  const instant = new Date(iso)
  if (instant.getTime() > now) return instant
  const message = 'Choose a time that is still to come.'
  throw new ApiError('invalid_request', message, { fields: [{ path, message }] })
}
