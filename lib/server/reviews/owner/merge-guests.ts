import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../../db/database'
import {
  type ReviewGuestRow,
  reviewComments,
  reviewDevices,
  reviewGuests,
  reviewPairs,
  reviewVerdicts,
} from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { recordOwnerChange } from '../revisions'

/**
 * `from` becomes `into`, with its devices. Where both judged the same, the later verdict counts. Picks may be more
 * than the limit then: none is dropped.
 * @throws ApiError `not_found`, `invalid_request`
 */
export const mergeGuests = (
  db: Database,
  reviewId: string,
  { from, into }: { from: string; into: string },
): Promise<void> =>
  limitedTransaction(db, async (tx) => {
    if (from === into)
      throw new ApiError('invalid_request', 'Choose two guests: this is one with itself.')
    const guests = await lockGuests(tx, reviewId, [from, into])
    const [source, target] = [from, into].map((id) => guests.find((guest) => guest.id === id))
    if (!source || !target) throw new ApiError('not_found', 'There is no such guest any more.')
    await moveVerdicts(tx, from, into)
    await movePairs(tx, from, into)
    for (const table of [reviewComments, reviewDevices])
      await tx.update(table).set({ guestId: into }).where(eq(table.guestId, from))
    await tx
      .update(reviewGuests)
      .set({
        doneAt: target.doneAt ?? source.doneAt,
        revision: Math.max(target.revision, source.revision) + 1,
      })
      .where(eq(reviewGuests.id, into))
    await tx.delete(reviewGuests).where(eq(reviewGuests.id, from))
    await recordOwnerChange(tx, reviewId)
  })

/** In one order, so that two mergers do not wait for each other. */
const lockGuests = (tx: Database, reviewId: string, ids: string[]): Promise<ReviewGuestRow[]> =>
  tx
    .select()
    .from(reviewGuests)
    .where(and(eq(reviewGuests.reviewId, reviewId), inArray(reviewGuests.id, ids)))
    .orderBy(reviewGuests.id)
    .for('update')

async function moveVerdicts(tx: Database, from: string, into: string): Promise<void> {
  const rows = await tx.select().from(reviewVerdicts).where(eq(reviewVerdicts.guestId, from))
  if (rows.length === 0) return
  await tx
    .insert(reviewVerdicts)
    .values(rows.map((row) => ({ ...row, guestId: into })))
    .onConflictDoUpdate({
      target: [reviewVerdicts.guestId, reviewVerdicts.pictureId],
      set: { pick: sql`excluded.pick`, rating: sql`excluded.rating`, at: sql`excluded.at` },
      setWhere: sql`excluded.at > ${reviewVerdicts.at}`,
    })
}

async function movePairs(tx: Database, from: string, into: string): Promise<void> {
  const rows = await tx.select().from(reviewPairs).where(eq(reviewPairs.guestId, from))
  // A statement takes 65,535 values at most.
  for (let at = 0; at < rows.length; at += 5_000)
    await tx
      .insert(reviewPairs)
      .values(rows.slice(at, at + 5_000).map((row) => ({ ...row, guestId: into })))
      .onConflictDoUpdate({
        target: [reviewPairs.guestId, reviewPairs.first, reviewPairs.second],
        set: { choice: sql`excluded.choice`, at: sql`excluded.at` },
        setWhere: sql`excluded.at > ${reviewPairs.at}`,
      })
}
