import { deleteReviewPicture, getReviewPicture } from '@/lib/contract/reviews/owner-routes'
import { requireLive } from '@/lib/server/reviews/find-review'
import { openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { deletePicture } from '@/lib/server/reviews/pictures/delete-picture'
import { pictureResponse, requireShared } from '@/lib/server/reviews/pictures/picture-response'
import { methods, route } from '@/lib/server/route'

const read = route(getReviewPicture, async ({ services: { reviews }, query, ...call }) => {
  const { db, review, now } = await openOwnReview(reviews, call)
  requireLive(review, now)
  const picture = requireShared(await reviews.sharedView.picturesOf(db, review), call.params)
  return pictureResponse(reviews.storage, picture, query.size)
})

const remove = route(deleteReviewPicture, async ({ services: { reviews }, ...call }) => {
  const { db, review } = await openOwnReview(reviews, call)
  await deletePicture(db, reviews.storage, review.id, call.params.pictureId)
  reviews.feed.announce()
  return { body: { deleted: true } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read, remove)
