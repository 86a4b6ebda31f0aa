import 'server-only'
import { and, eq, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { Database } from '../db/database'
import { reviewPictures, reviews } from '../db/review-tables'
import { clearReview } from './end-review'
import type { PictureStorage } from './storage/picture-storage'

/** Longer than an upload takes. */
const maxUploadMs = 15 * 60_000
const maxRows = 100

/** Deletes the bytes of reviews that have ended, and those of uploads that broke off. */
export async function sweepReviews(
  db: Database,
  storage: PictureStorage,
  now: number,
): Promise<void> {
  const ended = await db
    .select({ id: reviews.id })
    .from(reviews)
    .where(
      and(
        isNull(reviews.clearedAt),
        or(isNotNull(reviews.revokedAt), lte(reviews.expiresAt, new Date(now))),
      ),
    )
    .limit(maxRows)
  for (const { id } of ended) await clearReview(db, storage, id, now)
  const broken = await db
    .select({ id: reviewPictures.id, storageId: reviewPictures.storageId })
    .from(reviewPictures)
    .where(isBroken(now))
    .limit(maxRows)
  for (const { id, storageId } of broken) {
    if (!(await giveUp(db, id, now))) continue
    await storage.remove(storageId)
    await db
      .delete(reviewPictures)
      .where(and(eq(reviewPictures.id, id), isNull(reviewPictures.readyAt)))
  }
}

const isBroken = (now: number) =>
  and(isNull(reviewPictures.readyAt), lt(reviewPictures.createdAt, new Date(now - maxUploadMs)))

/** From here on no upload of the same bytes takes the row over. */
async function giveUp(db: Database, id: string, now: number): Promise<boolean> {
  const given = await db
    .update(reviewPictures)
    .set({ sha256: id })
    .where(and(eq(reviewPictures.id, id), isBroken(now)))
    .returning({ id: reviewPictures.id })
  return given.length > 0
}
