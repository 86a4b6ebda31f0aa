import 'server-only'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../db/database'
import { type ReviewGuestRow, type ReviewRow, reviewGuests, reviews } from '../db/review-tables'
import { endedReview, findReview, requireLive } from './find-review'

const isLive = (now: number) =>
  and(
    isNull(reviews.revokedAt),
    or(isNull(reviews.expiresAt), gt(reviews.expiresAt, new Date(now))),
  )

/**
 * A guest says something: in the same transaction, so that nothing is said once the review is closed. The guest's
 * row is locked first, so that what one guest says at the same moment comes one after the other.
 * @returns the review as it is now
 */
export async function recordVerdict(
  tx: Database,
  reviewId: string,
  guestId: string,
  now: number,
): Promise<ReviewRow> {
  await touchGuest(tx, guestId)
  const [review] = await tx
    .update(reviews)
    .set({ verdictRevision: sql`${reviews.verdictRevision} + 1` })
    .where(and(eq(reviews.id, reviewId), eq(reviews.isClosed, false), isLive(now)))
    .returning()
  if (!review) throw await refusalOf(tx, reviewId, now)
  return review
}

/** The owner changes what guests said, or answers it. */
export const recordOwnerChange = (tx: Database, reviewId: string) =>
  tx
    .update(reviews)
    .set({ verdictRevision: sql`${reviews.verdictRevision} + 1` })
    .where(eq(reviews.id, reviewId))

const touchGuest = (tx: Database, guestId: string) =>
  tx
    .update(reviewGuests)
    .set({ revision: sql`${reviewGuests.revision} + 1` })
    .where(eq(reviewGuests.id, guestId))

async function refusalOf(tx: Database, id: string, now: number): Promise<ApiError> {
  const row = await findReview(tx, id)
  if (!row) return endedReview()
  requireLive(row, now)
  return closedReview()
}

const closedReview = () =>
  new ApiError('review_closed', 'This review is closed: nothing can be changed any more.')

/** Whether a guest may know what the others said. */
export const seesOthers = (
  { options }: Pick<ReviewRow, 'options'>,
  guest: Pick<ReviewGuestRow, 'doneAt'> | null,
): boolean => !options.hideOthers || (guest !== null && guest.doneAt !== null)

type Revisions = Pick<ReviewRow, 'shownRevision' | 'revision' | 'verdictRevision' | 'options'>
type GuestRevision = Pick<ReviewGuestRow, 'id' | 'revision' | 'doneAt'>

/**
 * Changes with whatever this guest sees, and with nothing else: the verdicts that are hidden from a guest cannot be
 * counted by it. The presenter's revision comes first.
 */
export function tagOf(review: Revisions, guest: GuestRevision | null): string {
  const verdicts = seesOthers(review, guest) ? review.verdictRevision : '-'
  const own = guest ? `${guest.id.slice(0, 8)}.${guest.revision}` : '-'
  return `${review.shownRevision}.${review.revision}.${verdicts}.${own}`
}

export const ownerTagOf = (review: Revisions): string =>
  `${review.shownRevision}.${review.revision}.${review.verdictRevision}`
