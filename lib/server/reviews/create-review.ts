import 'server-only'
import { randomUUID } from 'node:crypto'
import type * as z from 'zod/mini'
import { defaultOptions } from '@/lib/contract/reviews/options'
import type { postReview } from '@/lib/contract/reviews/owner-routes'
import { requireFuture } from '../access/expiry'
import { deriveSecret, hashOf, newSecret } from '../access/link'
import type { Database } from '../db/database'
import { type ReviewRow, reviews } from '../db/review-tables'

export type NewReview = z.output<typeof postReview.body>

/** The guests' secret is made of the owner's key: so only hashes are stored, and the owner can always show the link. */
export const secretOf = (manageKey: string): string => deriveSecret(manageKey, 'review link')

/** @throws ApiError `invalid_request` for an end that is past */
export async function createReview(
  db: Database,
  { title, brief = '', question = '', options = {} }: NewReview,
  owner: string,
  now: number,
): Promise<{ review: ReviewRow; manageKey: string }> {
  const manageKey = newSecret()
  const { endsAt, ...rest } = { ...defaultOptions, ...options }
  const review: ReviewRow = {
    id: randomUUID(),
    secretHash: hashOf(secretOf(manageKey)),
    manageHash: hashOf(manageKey),
    owner,
    title,
    brief,
    question,
    options: rest,
    createdAt: new Date(now),
    expiresAt: requireFuture(endsAt, now, 'options.endsAt'),
    revokedAt: null,
    isClosed: false,
    shownPictureId: null,
    shownRevision: 0,
    revision: 0,
    verdictRevision: 0,
    clearedAt: null,
  }
  await db.insert(reviews).values(review)
  return { review, manageKey }
}
