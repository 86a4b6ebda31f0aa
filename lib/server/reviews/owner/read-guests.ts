import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { ReviewGuest } from '@/lib/contract/reviews/review'
import type { Database } from '../../db/database'
import {
  type ReviewGuestRow,
  reviewGuests,
  reviewPairs,
  reviewVerdicts,
} from '../../db/review-tables'
import { fromStored } from '../guests/put-pair'

const hereMs = 30_000

/** All guests with what they said, in the order of their arrival. */
export async function readGuests(
  db: Database,
  reviewId: string,
  now: number,
): Promise<ReviewGuest[]> {
  const isOfReview = eq(reviewGuests.reviewId, reviewId)
  const guests = await db
    .select()
    .from(reviewGuests)
    .where(isOfReview)
    .orderBy(asc(reviewGuests.createdAt), asc(reviewGuests.id))
  const verdicts = await db
    .select({ verdict: reviewVerdicts })
    .from(reviewVerdicts)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewVerdicts.guestId))
    .where(isOfReview)
  const pairs = await db
    .select({ pair: reviewPairs })
    .from(reviewPairs)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewPairs.guestId))
    .where(isOfReview)
    .orderBy(asc(reviewPairs.at))
  const verdictsOf = byGuest(verdicts.map(({ verdict }) => verdict))
  const pairsOf = byGuest(pairs.map(({ pair }) => pair))
  return guests.map((guest) => ({
    ...describe(guest, now),
    verdicts: Object.fromEntries(
      (verdictsOf.get(guest.id) ?? []).map(({ pictureId, pick, rating }) => [
        pictureId,
        { pick, rating },
      ]),
    ),
    pairs: (pairsOf.get(guest.id) ?? []).map(fromStored),
  }))
}

function byGuest<T extends { guestId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.guestId)
    if (group) group.push(row)
    else groups.set(row.guestId, [row])
  }
  return groups
}

const describe = ({ id, name, createdAt, seenAt, doneAt }: ReviewGuestRow, now: number) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  seenAt: seenAt.toISOString(),
  isHere: now - seenAt.getTime() < hereMs,
  doneAt: doneAt?.toISOString() ?? null,
})
