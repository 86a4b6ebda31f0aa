import { type Change, changes } from '@/lib/library/changes'
import { readAllEntries } from '@/lib/library/entries'
import { readRecord } from '@/lib/library/records'
import type { GalleryRecord } from '@/lib/record/record'
import { isSaved } from '@/lib/record/record-state'
import { addToOwnReview, type OwnReview, pendingOf, readOwnReviews } from './own-reviews'
import { uploadPictures } from './upload-pictures'

let isStarted = false

/** Goes on with uploads that a reload broke off, and adds new pictures to live reviews. */
export async function startReviewUploads(): Promise<void> {
  if (isStarted) return
  isStarted = true
  for (const review of readOwnReviews())
    if (pendingOf(review).length > 0) void uploadPictures(review.id)
  const entries = await readAllEntries()
  /** A picture that was a favourite before is not starred now, whatever else changes. */
  const favourites = new Set(entries.flatMap(({ id, favourite }) => (favourite ? id : [])))
  changes.subscribe((change) => void addToLiveReviews(change, favourites))
}

async function addToLiveReviews(change: Change, favourites: Set<string>): Promise<void> {
  if (change.kind !== 'records') return
  for (const { id, to } of change.records) {
    const record = to === null ? undefined : await readRecord(id)
    if (!record) continue
    const isStarred = record.favourite && !favourites.has(id)
    if (record.favourite) favourites.add(id)
    else favourites.delete(id)
    if (!isSaved(record.state.kind) || record.deletedAt !== null) continue
    for (const review of readOwnReviews())
      if (isWanted(review, record, isStarred) && addToOwnReview(review.id, record))
        void uploadPictures(review.id)
  }
}

function isWanted({ live, createdAt }: OwnReview, record: GalleryRecord, isStarred: boolean) {
  switch (live) {
    case 'off':
      return false
    case 'starred':
      return isStarred
    case 'all':
      return record.createdAt > createdAt
    default:
      return live satisfies never
  }
}
