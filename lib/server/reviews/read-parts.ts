import 'server-only'
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tally } from '@/lib/contract/reviews/results'
import type { Database } from '../db/database'
import {
  type ReviewCommentRow,
  type ReviewPictureRow,
  reviewComments,
  reviewGuests,
  reviewPictures,
  reviewVerdicts,
} from '../db/review-tables'

export type AuthoredComment = ReviewCommentRow & { author: string }

/** In the order of their arrival; those whose bytes are still on their way are no part of a review. */
export const readPictures = (db: Database, reviewId: string): Promise<ReviewPictureRow[]> =>
  db
    .select()
    .from(reviewPictures)
    .where(and(eq(reviewPictures.reviewId, reviewId), isNotNull(reviewPictures.readyAt)))
    .orderBy(asc(reviewPictures.createdAt), asc(reviewPictures.id))

/** Oldest first. @param guestId of this guest only */
export async function readComments(
  db: Database,
  reviewId: string,
  guestId?: string,
): Promise<AuthoredComment[]> {
  const rows = await db
    .select({ comment: reviewComments, author: reviewGuests.name })
    .from(reviewComments)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewComments.guestId))
    .where(
      and(eq(reviewGuests.reviewId, reviewId), guestId ? eq(reviewGuests.id, guestId) : undefined),
    )
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
  return rows.map(({ comment, author }) => ({ ...comment, author }))
}

/** One for each picture that somebody picked or rated. */
export const readTallies = (db: Database, reviewId: string): Promise<Tally[]> =>
  db
    .select({
      pictureId: reviewVerdicts.pictureId,
      picks: sql`count(*) filter (where ${reviewVerdicts.pick})`.mapWith(Number),
      ratings: sql`count(${reviewVerdicts.rating})`.mapWith(Number),
      rating: sql<number | null>`avg(${reviewVerdicts.rating})::float8`,
    })
    .from(reviewVerdicts)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewVerdicts.guestId))
    .where(eq(reviewGuests.reviewId, reviewId))
    .groupBy(reviewVerdicts.pictureId)
    .orderBy(asc(reviewVerdicts.pictureId))
