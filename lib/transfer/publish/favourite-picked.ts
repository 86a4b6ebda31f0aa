import type { ReviewPicture } from '@/lib/contract/reviews/picture'
import { readAllEntries } from '@/lib/library/entries'
import { changeRecords, readRecord } from '@/lib/library/records'
import { pictureOf } from '@/lib/record/record'
import { findOwnReview } from './own-reviews'

/**
 * Marks the pictures of a review as favourites in this browser's gallery: those it sent, and others with the same bytes.
 * @returns how many it has
 */
export async function favouritePicked(
  reviewId: string,
  pictures: Pick<ReviewPicture, 'id' | 'sha256'>[],
): Promise<number> {
  const sent = new Map(
    findOwnReview(reviewId)?.pictures.map(({ pictureId, recordId }) => [pictureId, recordId]),
  )
  const known = pictures.flatMap(({ id }) => sent.get(id) ?? [])
  const missing = new Set(pictures.flatMap(({ id, sha256 }) => (sent.has(id) ? [] : sha256)))
  const ids = missing.size === 0 ? known : [...known, ...(await findByDigest(missing))]
  await changeRecords(ids, (record) => (record.favourite ? record : { ...record, favourite: true }))
  return ids.length
}

async function findByDigest(digests: Set<string>): Promise<string[]> {
  const found: string[] = []
  for (const { id } of await readAllEntries()) {
    const record = await readRecord(id)
    if (record && digests.has(pictureOf(record)?.sha256 ?? '')) found.push(id)
  }
  return found
}
