import { call } from '@/lib/api/call'
import type { ReviewOptions } from '@/lib/contract/reviews/options'
import { getReviews, postReview } from '@/lib/contract/reviews/owner-routes'
import { addOwnReview } from './own-reviews'
import { uploadPictures } from './upload-pictures'

export type NewReview = {
  title: string
  brief: string
  question: string
  options: ReviewOptions
  /** Ids of records, with a label where one is known. */
  pictures: { recordId: string; label?: string }[]
}

/**
 * Makes a review, and begins to send its pictures.
 * @returns its id. @throws ApiError where it cannot be made
 */
export async function publishReview(
  { title, brief, question, options, pictures }: NewReview,
  now: number,
): Promise<string> {
  const { review, manageKey } = await call(postReview, {
    body: { title, brief, question, options },
  })
  addOwnReview({
    id: review.id,
    title: review.title,
    url: review.url,
    manageKey,
    createdAt: now,
    live: options.live,
    pictures: pictures.map((picture) => ({ ...picture, pictureId: null })),
  })
  void uploadPictures(review.id)
  return review.id
}

/** A server's first review opens its database, which takes seconds: begun while the texts are still being written. */
export const prepareServer = (): void => void call(getReviews, {}).catch(() => undefined)
