import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import type { PictureMeta } from '@/lib/contract/reviews/picture'
import type { Database } from '../../db/database'
import { type ReviewPictureRow, reviewPictures, reviews } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import type { Picture } from '../../pictures/upload'
import { endedReview } from '../find-review'
import type { Reviews } from '../reviews'
import { makeRenditions } from './renditions'
import { findBySha256, reservePicture } from './reserve-picture'

/**
 * A picture is part of its review when all its bytes are written, and not before. The same bytes again are the same
 * picture.
 * @throws ApiError `too_large`, `unsupported_media`, `review_ended`, `unavailable`
 */
export async function addPicture(
  { storage, maxBytes, now }: Pick<Reviews, 'storage' | 'maxBytes' | 'now'>,
  db: Database,
  reviewId: string,
  { picture, meta }: { picture: Picture; meta: PictureMeta },
): Promise<{ row: ReviewPictureRow; isNew: boolean }> {
  const sha256 = createHash('sha256')
    .update(new Uint8Array(await picture.file.arrayBuffer()))
    .digest('hex')
  const known = await findBySha256(db, reviewId, sha256)
  if (known?.readyAt) return { row: known, isNew: false }
  const { bytes: sizes, width, height, type } = await makeRenditions(picture)
  const bytes = Object.values(sizes).reduce((sum, { length }) => sum + length, 0)
  const row = await reservePicture(
    db,
    { reviewId, sha256, width, height, type, bytes, meta },
    { maxBytes, now: now() },
  )
  if (row.readyAt) return { row, isNew: false }
  try {
    await storage.write(row.storageId, sizes)
    return { row, isNew: await markReady(db, row, now()) }
  } catch (error) {
    await undo({ storage }, db, row).catch(() => undefined)
    throw error
  }
}

/** @returns `false` when an upload of the same bytes was faster */
const markReady = (
  db: Database,
  { id, reviewId, sha256 }: ReviewPictureRow,
  now: number,
): Promise<boolean> =>
  limitedTransaction(db, async (tx) => {
    const isIt = and(eq(reviewPictures.id, id), eq(reviewPictures.sha256, sha256))
    const live = await tx
      .update(reviews)
      .set({ revision: sql`${reviews.revision} + 1` })
      .where(and(eq(reviews.id, reviewId), isNull(reviews.revokedAt)))
      .returning({ id: reviews.id })
    if (live.length === 0) throw endedReview()
    const ready = await tx
      .update(reviewPictures)
      .set({ readyAt: new Date(now) })
      .where(and(isIt, isNull(reviewPictures.readyAt)))
      .returning({ id: reviewPictures.id })
    if (ready.length > 0) return true
    const [faster] = await tx.select().from(reviewPictures).where(isIt)
    if (!faster) throw new ApiError('unavailable', 'The upload broke off. Send the picture again.')
    return false
  })

/** What cannot be undone now, `sweep.ts` finds. */
async function undo(
  { storage }: Pick<Reviews, 'storage'>,
  db: Database,
  { id, storageId }: ReviewPictureRow,
): Promise<void> {
  const [row] = await db.select().from(reviewPictures).where(eq(reviewPictures.id, id))
  if (row?.readyAt) return
  await storage.remove(storageId)
  await db
    .delete(reviewPictures)
    .where(and(eq(reviewPictures.id, id), isNull(reviewPictures.readyAt)))
}
