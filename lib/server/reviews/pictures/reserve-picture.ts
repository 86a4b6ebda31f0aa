import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import { type Database, locks } from '../../db/database'
import { type ReviewPictureRow, reviewPictures, reviews } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { noReview, requireLive } from '../find-review'

const maxPictures = 300

type NewPicture = Omit<ReviewPictureRow, 'id' | 'storageId' | 'createdAt' | 'readyAt'>
type Limits = { maxBytes: number; now: number }

/**
 * Makes sure of a place within the limits before any byte is written. The row of an upload of the same bytes that
 * broke off, or is on its way, is taken over.
 * @throws ApiError `too_large`, `review_ended`, `not_found`
 */
export const reservePicture = (
  db: Database,
  picture: NewPicture,
  { maxBytes, now }: Limits,
): Promise<ReviewPictureRow> =>
  limitedTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.reviewBytes}::bigint)`)
    const { reviewId, sha256 } = picture
    const [review] = await tx.select().from(reviews).where(eq(reviews.id, reviewId)).for('share')
    if (!review) throw noReview()
    requireLive(review, now)
    const found = await findBySha256(tx, reviewId, sha256)
    if (found) return found.readyAt ? found : takeOver(tx, found, now)
    await requireCount(tx, reviewId)
    await requireBytes(tx, picture.bytes, maxBytes)
    const row: ReviewPictureRow = {
      ...picture,
      id: randomUUID(),
      storageId: randomUUID(),
      createdAt: new Date(now),
      readyAt: null,
    }
    await tx.insert(reviewPictures).values(row)
    return row
  })

/** So that nobody gives it up meanwhile. */
async function takeOver(
  tx: Database,
  row: ReviewPictureRow,
  now: number,
): Promise<ReviewPictureRow> {
  await tx
    .update(reviewPictures)
    .set({ createdAt: new Date(now) })
    .where(eq(reviewPictures.id, row.id))
  return row
}

export async function findBySha256(
  db: Database,
  reviewId: string,
  sha256: string,
): Promise<ReviewPictureRow | null> {
  const [row] = await db
    .select()
    .from(reviewPictures)
    .where(and(eq(reviewPictures.reviewId, reviewId), eq(reviewPictures.sha256, sha256)))
  return row ?? null
}

async function requireCount(tx: Database, reviewId: string): Promise<void> {
  const [pictures] = await tx
    .select({ count: count() })
    .from(reviewPictures)
    .where(eq(reviewPictures.reviewId, reviewId))
  if ((pictures?.count ?? 0) >= maxPictures)
    throw new ApiError('too_large', `A review takes at most ${maxPictures} pictures.`)
}

/** Of all reviews whose pictures are still there. */
async function requireBytes(tx: Database, bytes: number, maxBytes: number): Promise<void> {
  const [stored] = await tx
    .select({ bytes: sql`coalesce(sum(${reviewPictures.bytes}), 0)`.mapWith(Number) })
    .from(reviewPictures)
    .innerJoin(reviews, eq(reviews.id, reviewPictures.reviewId))
    .where(isNull(reviews.clearedAt))
  if ((stored?.bytes ?? 0) + bytes <= maxBytes) return
  throw new ApiError(
    'too_large',
    `The pictures of all reviews may take ${maxBytes / 1_000_000_000} GB together: delete a review first, or ask whoever hosts this playground.`,
  )
}
