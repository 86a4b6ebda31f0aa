import 'server-only'
import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import { hashOf, newSecret } from '../../access/link'
import type { Database } from '../../db/database'
import { type ReviewGuestRow, reviewDevices, reviewGuests } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { recordVerdict } from '../revisions'
import type { Visit } from './visit'

const maxGuests = 1_000

/** A new guest, and the token for its cookie. @throws ApiError `review_closed`, `review_ended`, `too_large` */
export async function addGuest(
  db: Database,
  reviewId: string,
  name: string,
  now: number,
): Promise<{ guest: ReviewGuestRow; token: string }> {
  const token = newSecret()
  const at = new Date(now)
  const guest = {
    id: randomUUID(),
    reviewId,
    name,
    createdAt: at,
    seenAt: at,
    doneAt: null,
    revision: 0,
  }
  await limitedTransaction(db, async (tx) => {
    // It locks the review, so that guests who come together are counted one after the other.
    await recordVerdict(tx, reviewId, guest.id, now)
    const [guests] = await tx
      .select({ count: count() })
      .from(reviewGuests)
      .where(eq(reviewGuests.reviewId, reviewId))
    if ((guests?.count ?? 0) >= maxGuests)
      throw new ApiError('too_large', `A review takes at most ${maxGuests} guests.`)
    await tx.insert(reviewGuests).values(guest)
    await tx.insert(reviewDevices).values({ tokenHash: hashOf(token), guestId: guest.id })
  })
  return { guest, token }
}

/** The same guest by another name. */
export const renameGuest = (
  { db, review }: Pick<Visit, 'db' | 'review'>,
  guest: ReviewGuestRow,
  name: string,
  now: number,
): Promise<ReviewGuestRow> =>
  limitedTransaction(db, async (tx) => {
    await recordVerdict(tx, review.id, guest.id, now)
    const [renamed] = await tx
      .update(reviewGuests)
      .set({ name })
      .where(eq(reviewGuests.id, guest.id))
      .returning()
    return renamed ?? guest
  })

/** @throws ApiError `review_closed`, `review_ended` */
export const recordDone = (
  { db, review }: Pick<Visit, 'db' | 'review'>,
  guest: ReviewGuestRow,
  now: number,
): Promise<ReviewGuestRow> =>
  limitedTransaction(db, async (tx) => {
    await recordVerdict(tx, review.id, guest.id, now)
    const [done] = await tx
      .update(reviewGuests)
      .set({ doneAt: guest.doneAt ?? new Date(now) })
      .where(eq(reviewGuests.id, guest.id))
      .returning()
    return done ?? guest
  })
