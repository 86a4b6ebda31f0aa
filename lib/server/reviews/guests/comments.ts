import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { ApiError } from '@/lib/contract/errors'
import type { newCommentSchema } from '@/lib/contract/reviews/verdicts'
import type { Database } from '../../db/database'
import { type ReviewCommentRow, reviewComments } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { recordVerdict } from '../revisions'
import { notAsked, requirePicture } from './put-verdict'

const maxComments = 300

type Who = { reviewId: string; guestId: string; now: number }

/** @throws ApiError `review_closed`, `review_ended`, `forbidden`, `not_found`, `too_large` */
export const addComment = (
  db: Database,
  { reviewId, guestId, now }: Who,
  pictureId: string,
  { text, at }: z.output<typeof newCommentSchema>,
): Promise<ReviewCommentRow> =>
  limitedTransaction(db, async (tx) => {
    const { options } = await recordVerdict(tx, reviewId, guestId, now)
    if (!options.comments) throw notAsked('comments')
    await requirePicture(tx, reviewId, pictureId)
    const [own] = await tx
      .select({ count: count() })
      .from(reviewComments)
      .where(eq(reviewComments.guestId, guestId))
    if ((own?.count ?? 0) >= maxComments)
      throw new ApiError('too_large', `At most ${maxComments} comments of one guest.`)
    const row: ReviewCommentRow = {
      id: randomUUID(),
      guestId,
      pictureId,
      text,
      x: at?.x ?? null,
      y: at?.y ?? null,
      createdAt: new Date(now),
      answer: null,
      resolvedAt: null,
    }
    await tx.insert(reviewComments).values(row)
    return row
  })

/** One's own only: to others, and of others, there is no such comment. @throws ApiError `not_found`, … */
export const deleteOwnComment = (
  db: Database,
  { reviewId, guestId, now }: Who,
  { pictureId, commentId }: { pictureId: string; commentId: string },
): Promise<void> =>
  limitedTransaction(db, async (tx) => {
    await recordVerdict(tx, reviewId, guestId, now)
    const deleted = await tx
      .delete(reviewComments)
      .where(
        and(
          eq(reviewComments.id, commentId),
          eq(reviewComments.guestId, guestId),
          eq(reviewComments.pictureId, pictureId),
        ),
      )
      .returning({ id: reviewComments.id })
    if (deleted.length === 0) throw noComment()
  })

export const noComment = () => new ApiError('not_found', 'There is no such comment of yours.')
