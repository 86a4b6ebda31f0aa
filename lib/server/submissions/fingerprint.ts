import 'server-only'
import { createHash } from 'node:crypto'
import { ApiError } from '@/lib/contract/errors'
import type { Purchase } from './submission-store'

/** @throws ApiError */
export function requireSame(one: string, other: string): void {
  if (one !== other)
    throw new ApiError(
      'invalid_request',
      'This Idempotency-Key was used for another request. Use a new one for each job.',
    )
}

/** The same for the same model and settings, whatever the order of their names. */
export function fingerprintOf({ model, input }: Pick<Purchase, 'model' | 'input'>): string {
  const sorted = JSON.stringify({ model, input }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('base64url')
}
