import 'server-only'
import { inArray } from 'drizzle-orm'
import { linkStateOf } from '../../access/link'
import type { Database } from '../../db/database'
import { type ReviewGuestRow, type ReviewRow, reviewGuests, reviews } from '../../db/review-tables'
import type { Listener } from './listener'

export type Watched = {
  /** Those that have not ended. */
  reviews: Map<string, ReviewRow>
  guests: Map<string, ReviewGuestRow>
}

const seenEveryMs = 10_000

/** All that somebody listens to, as it is now; those who listen are here. */
export async function readWatched(
  db: Database,
  listeners: Listener[],
  now: number,
): Promise<Watched> {
  const reviewIds = [...new Set(listeners.map(({ reviewId }) => reviewId))]
  const guestIds = [...new Set(listeners.flatMap(({ guestId }) => guestId ?? []))]
  if (reviewIds.length === 0) return { reviews: new Map(), guests: new Map() }
  const rows = await db.select().from(reviews).where(inArray(reviews.id, reviewIds))
  const guests =
    guestIds.length === 0
      ? []
      : await db.select().from(reviewGuests).where(inArray(reviewGuests.id, guestIds))
  const unseen = guests.filter(({ seenAt }) => now - seenAt.getTime() > seenEveryMs)
  if (unseen.length > 0)
    await db
      .update(reviewGuests)
      .set({ seenAt: new Date(now) })
      .where(
        inArray(
          reviewGuests.id,
          unseen.map(({ id }) => id),
        ),
      )
  const live = rows.filter((row) => linkStateOf(row, now) === 'open')
  return {
    reviews: new Map(live.map((row) => [row.id, row])),
    guests: new Map(guests.map((guest) => [guest.id, guest])),
  }
}
