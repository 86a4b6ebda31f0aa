import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import type { patchReview } from '@/lib/contract/reviews/owner-routes'
import { requireFuture } from '../../access/expiry'
import type { Database } from '../../db/database'
import { type ReviewRow, reviews } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { noReview, requireLive } from '../find-review'
import { requirePicture } from '../guests/put-verdict'

export type ReviewChange = z.output<typeof patchReview.body>

/**
 * What is absent stays. One that has ended does not come back: its pictures are deleted.
 * @throws ApiError `review_ended`, `not_found`, `invalid_request`
 */
export const changeReview = (
  db: Database,
  id: string,
  { title, brief, question, options: changed = {}, state, shown }: ReviewChange,
  now: number,
): Promise<ReviewRow> =>
  limitedTransaction(db, async (tx) => {
    const [review] = await tx.select().from(reviews).where(eq(reviews.id, id)).for('update')
    if (!review) throw noReview()
    if (state !== 'revoked') requireLive(review, now)
    const { endsAt, ...options } = changed
    if (shown) await requirePicture(tx, id, shown)
    const isOnlyShown =
      shown !== undefined && [title, brief, question, state].every((part) => part === undefined)
    const [row] = await tx
      .update(reviews)
      .set({
        title,
        brief,
        question,
        options: { ...review.options, ...options },
        expiresAt: endsAt === undefined ? undefined : requireFuture(endsAt, now, 'options.endsAt'),
        isClosed: state === undefined ? undefined : state === 'closed',
        revokedAt: state === 'revoked' ? (review.revokedAt ?? new Date(now)) : undefined,
        ...(shown !== undefined && {
          shownPictureId: shown,
          shownRevision: sql`${reviews.shownRevision} + 1`,
        }),
        ...(!(isOnlyShown && Object.keys(changed).length === 0) && {
          revision: sql`${reviews.revision} + 1`,
        }),
      })
      .where(eq(reviews.id, id))
      .returning()
    return row ?? review
  })
