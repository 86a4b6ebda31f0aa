import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { reviewPictures, reviews } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { noPicture } from '../guests/put-verdict'
import type { PictureStorage } from '../storage/picture-storage'

/** With what was said of it. Guests stop seeing it before its bytes go. @throws ApiError `not_found` */
export async function deletePicture(
  db: Database,
  storage: PictureStorage,
  reviewId: string,
  pictureId: string,
): Promise<void> {
  const isIt = and(eq(reviewPictures.id, pictureId), eq(reviewPictures.reviewId, reviewId))
  const storageId = await limitedTransaction(db, async (tx) => {
    await forget(tx, reviewId, pictureId)
    // As an upload that broke off and that no other takes over: where the bytes cannot be deleted now,
    // `sweep.ts` does it.
    const [row] = await tx
      .update(reviewPictures)
      .set({ readyAt: null, sha256: pictureId })
      .where(isIt)
      .returning({ storageId: reviewPictures.storageId })
    if (!row) throw noPicture()
    return row.storageId
  })
  await storage.remove(storageId)
  await db.delete(reviewPictures).where(isIt)
}

async function forget(tx: Database, reviewId: string, pictureId: string): Promise<void> {
  const isShown = sql`${reviews.shownPictureId} is not distinct from ${pictureId}::uuid`
  await tx
    .update(reviews)
    .set({
      revision: sql`${reviews.revision} + 1`,
      verdictRevision: sql`${reviews.verdictRevision} + 1`,
      shownRevision: sql`case when ${isShown} then ${reviews.shownRevision} + 1 else ${reviews.shownRevision} end`,
      shownPictureId: sql`case when ${isShown} then null else ${reviews.shownPictureId} end`,
    })
    .where(eq(reviews.id, reviewId))
}
