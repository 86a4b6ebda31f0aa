import 'server-only'
import { eq } from 'drizzle-orm'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Principal } from '../../access/principal'
import type { Database } from '../../db/database'
import { type ReviewGuestRow, type ReviewRow, reviewGuests } from '../../db/review-tables'
import { findReviewBySecret } from '../find-review'
import type { Reviews } from '../reviews'
import { findGuest } from './guest-cookie'

/** Often enough to say who is here. */
const seenEveryMs = 10_000

export type Visit = { db: Database; review: ReviewRow; guest: ReviewGuestRow | null }
type Visitor = Pick<Principal, 'address'>

/**
 * Somebody comes by a review's link.
 * @throws ApiError `not_found`, `review_ended`, `rate_limited`
 */
export async function visitReview(
  { database, rates, sweep, now }: Reviews,
  request: Request,
  visitor: Visitor,
  secret: string,
): Promise<Visit> {
  const db = await database()
  const review = await findReviewBySecret(db, secret, now()).catch(async (error) => {
    const code = isApiError(error) ? error.code : null
    if (code === 'review_ended') sweep(db)
    if (code === 'not_found') await rates.requireFewMisses(visitor.address, now())
    throw error
  })
  const guest = await findGuest(db, request, review.id)
  await rates.requireFewReads(review.id, guest?.id ?? null, now())
  if (guest && now() - guest.seenAt.getTime() > seenEveryMs) await recordSeen(db, guest.id, now())
  return { db, review, guest }
}

/** For what only a named guest may do. @throws ApiError also `forbidden` */
export async function visitAsGuest(
  reviews: Reviews,
  request: Request,
  visitor: Visitor,
  secret: string,
): Promise<Visit & { guest: ReviewGuestRow }> {
  const { db, review, guest } = await visitReview(reviews, request, visitor, secret)
  if (guest === null) throw new ApiError('forbidden', 'Say your name first.')
  await reviews.rates.requireFewVerdicts(review.id, guest.id, reviews.now())
  return { db, review, guest }
}

const recordSeen = (db: Database, guestId: string, now: number) =>
  db
    .update(reviewGuests)
    .set({ seenAt: new Date(now) })
    .where(eq(reviewGuests.id, guestId))
