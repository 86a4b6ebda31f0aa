import 'server-only'
import { eq } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import { hashOf, isSecret, linkStateOf } from '../access/link'
import type { Principal } from '../access/principal'
import type { Database } from '../db/database'
import { type ReviewRow, reviews } from '../db/review-tables'

export const noReview = () =>
  new ApiError('not_found', 'There is no such review. Ask the person who sent the link.')

export const endedReview = () =>
  new ApiError('review_ended', 'This review has ended: its pictures were deleted.')

/** @throws ApiError `review_ended` for one that is revoked, or whose date is over */
export function requireLive(review: ReviewRow, now: number): ReviewRow {
  if (linkStateOf(review, now) !== 'open') throw endedReview()
  return review
}

/** For guests. @throws ApiError `not_found`, `review_ended` */
export async function findReviewBySecret(
  db: Database,
  secret: string,
  now: number,
): Promise<ReviewRow> {
  if (!isSecret(secret)) throw noReview()
  const [row] = await db
    .select()
    .from(reviews)
    .where(eq(reviews.secretHash, hashOf(secret)))
  if (!row) throw noReview()
  return requireLive(row, now)
}

export async function findReview(db: Database, id: string): Promise<ReviewRow | null> {
  const [row] = await db.select().from(reviews).where(eq(reviews.id, id))
  return row ?? null
}

export type OwnedReview = {
  review: ReviewRow
  /** As the request brought it; `null` for whoever owns it by a cookie. */
  manageKey: string | null
}

/**
 * For its owner: the browser that made it, the admin, or whoever sends its key. Others do not learn that it exists.
 * @throws ApiError `not_found`
 */
export async function findOwnReview(
  db: Database,
  request: Request,
  { role, visitorId, isNewcomer }: Pick<Principal, 'role' | 'visitorId' | 'isNewcomer'>,
  id: string,
): Promise<OwnedReview> {
  const review = await findReview(db, id)
  const key = request.headers.get('authorization')?.match(/^Bearer\s+([\w-]+)$/i)?.[1]
  const manageKey = key && review?.manageHash === hashOf(key) ? key : null
  const isOwner =
    manageKey !== null || role === 'owner' || (!isNewcomer && review?.owner === visitorId)
  if (review && isOwner) return { review, manageKey }
  throw new ApiError('not_found', 'There is no such review, or it is not yours.')
}
