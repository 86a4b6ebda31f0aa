import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../../db/database'
import { reviewComments, reviewGuests } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import type { AuthoredComment } from '../read-parts'
import { recordOwnerChange } from '../revisions'

type Change = { answer?: string | null; isResolved?: boolean }

/** The owner answers or resolves. What is absent stays. @throws ApiError `not_found` */
export const changeComment = (
  db: Database,
  reviewId: string,
  commentId: string,
  { answer, isResolved }: Change,
  now: number,
): Promise<AuthoredComment> =>
  limitedTransaction(db, async (tx) => {
    const found = await requireComment(tx, reviewId, commentId)
    await announce(tx, reviewId, found.guestId)
    const resolvedAt = isResolved ? (found.resolvedAt ?? new Date(now)) : null
    const [row] = await tx
      .update(reviewComments)
      // An update of nothing is none.
      .set({ id: commentId, answer, resolvedAt: isResolved === undefined ? undefined : resolvedAt })
      .where(eq(reviewComments.id, commentId))
      .returning()
    return { ...(row ?? found), author: found.author }
  })

/** @throws ApiError `not_found` */
export const deleteComment = (db: Database, reviewId: string, commentId: string): Promise<void> =>
  limitedTransaction(db, async (tx) => {
    const { guestId } = await requireComment(tx, reviewId, commentId)
    await announce(tx, reviewId, guestId)
    await tx.delete(reviewComments).where(eq(reviewComments.id, commentId))
  })

async function requireComment(
  tx: Database,
  reviewId: string,
  commentId: string,
): Promise<AuthoredComment> {
  const [found] = await tx
    .select({ comment: reviewComments, author: reviewGuests.name })
    .from(reviewComments)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewComments.guestId))
    .where(and(eq(reviewComments.id, commentId), eq(reviewGuests.reviewId, reviewId)))
  if (!found) throw new ApiError('not_found', 'There is no such comment any more.')
  return { ...found.comment, author: found.author }
}

/** To its author too, who may not know of the others’ verdicts. Rows are locked in the order of a verdict. */
async function announce(tx: Database, reviewId: string, guestId: string): Promise<void> {
  await tx
    .update(reviewGuests)
    .set({ revision: sql`${reviewGuests.revision} + 1` })
    .where(eq(reviewGuests.id, guestId))
  await recordOwnerChange(tx, reviewId)
}
