import * as z from 'zod/mini'
import { createStored } from '@/lib/browser/stored'
import type { GalleryRecord } from '@/lib/record/record'

const pictureSchema = z.object({
  recordId: z.string(),
  /** As the server calls it; `null` until its bytes are there. */
  pictureId: z.nullable(z.string()),
  label: z.optional(z.string()),
})

const ownReviewSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The guests' link. */
  url: z.nullable(z.string()),
  manageKey: z.nullable(z.string()),
  createdAt: z.number(),
  /** Pictures that are made, or starred, while this is on are added by themselves. */
  live: z.enum(['off', 'starred', 'all']),
  pictures: z.array(pictureSchema),
})

export type OwnReview = z.infer<typeof ownReviewSchema>

/** The reviews of this browser, newest first: their keys, and which pictures are still to be sent. */
const stored = createStored<OwnReview[]>('reviews', z.array(ownReviewSchema), [])

export const useOwnReviews = stored.use
export const readOwnReviews = stored.read

export const findOwnReview = (id: string): OwnReview | undefined =>
  stored.read().find((review) => review.id === id)

export function addOwnReview(review: OwnReview): void {
  stored.write([review, ...stored.read().filter(({ id }) => id !== review.id)])
}

export function changeOwnReview(id: string, change: (review: OwnReview) => OwnReview): void {
  stored.write(stored.read().map((review) => (review.id === id ? change(review) : review)))
}

export const forgetOwnReview = (id: string): void =>
  stored.write(stored.read().filter((review) => review.id !== id))

export const pendingOf = ({ pictures }: OwnReview) =>
  pictures.filter(({ pictureId }) => pictureId === null)

/** Adds a picture that is not in it yet. @returns whether it did */
export function addToOwnReview(id: string, { id: recordId }: Pick<GalleryRecord, 'id'>): boolean {
  const review = findOwnReview(id)
  if (!review || review.pictures.some((one) => one.recordId === recordId)) return false
  changeOwnReview(id, (before) => ({
    ...before,
    pictures: [...before.pictures, { recordId, pictureId: null }],
  }))
  return true
}
