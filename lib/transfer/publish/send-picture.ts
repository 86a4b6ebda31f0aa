import { pathOf } from '@/lib/api/call'
import { request } from '@/lib/api/request'
import { postReviewPicture } from '@/lib/contract/reviews/owner-routes'
import { readBlob, readRecord } from '@/lib/library/records'
import type { OwnReview } from './own-reviews'
import { pictureMeta } from './picture-meta'

/** The header that makes any browser the owner. */
export const ownerHeaders = ({
  manageKey,
}: Pick<OwnReview, 'manageKey'>): Record<string, string> =>
  manageKey === null ? {} : { Authorization: `Bearer ${manageKey}` }

/**
 * Copies a picture of the gallery to the server. Sent twice, it is there once.
 * @returns its id there; `null` for a picture that is no longer in the gallery. @throws ApiError
 */
export async function sendPicture(
  review: OwnReview,
  { recordId, label }: OwnReview['pictures'][number],
): Promise<string | null> {
  const record = await readRecord(recordId)
  const original = await readBlob('originals', recordId)
  // Of what is no picture, and of one whose bytes were deleted to free space, there is a small one.
  const isPicture = original?.type.startsWith('image/')
  const file = isPicture ? original : await readBlob('thumbnails', recordId)
  if (!record || !file) return null
  const form = new FormData()
  form.set('file', file, 'picture')
  form.set('meta', JSON.stringify(pictureMeta(record, label)))
  const { picture } = await request(
    pathOf(postReviewPicture, { params: { id: review.id } }),
    postReviewPicture.answer,
    { method: 'POST', body: form, headers: ownerHeaders(review) },
  )
  return picture.id
}
