import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '../db/database'
import { reviewPictures, reviews } from '../db/review-tables'
import type { PictureStorage } from './storage/picture-storage'

/**
 * Deletes the pictures' bytes of a review that guests cannot open any more. Its verdicts stay for its owner.
 * Broken off, it is done again: `sweep.ts`.
 * @throws ApiError `unavailable` when some are still there
 */
export async function clearReview(
  db: Database,
  storage: PictureStorage,
  id: string,
  now: number,
): Promise<void> {
  const pictures = await db
    .select({ storageId: reviewPictures.storageId })
    .from(reviewPictures)
    .where(eq(reviewPictures.reviewId, id))
  for (const { storageId } of pictures) await storage.remove(storageId)
  await db
    .update(reviews)
    .set({ clearedAt: new Date(now) })
    .where(eq(reviews.id, id))
}

/** The bytes first: once its rows are gone, nobody knows where they are. */
export async function deleteReview(
  db: Database,
  storage: PictureStorage,
  id: string,
  now: number,
): Promise<void> {
  await db
    .update(reviews)
    .set({ revokedAt: new Date(now) })
    .where(eq(reviews.id, id))
  await clearReview(db, storage, id, now)
  await db.delete(reviews).where(eq(reviews.id, id))
}
