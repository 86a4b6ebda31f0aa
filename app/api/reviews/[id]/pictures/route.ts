import { postReviewPicture } from '@/lib/contract/reviews/owner-routes'
import { requireLive } from '@/lib/server/reviews/find-review'
import { openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { addPicture } from '@/lib/server/reviews/pictures/add-picture'
import { readReviewPicture } from '@/lib/server/reviews/pictures/read-picture-form'
import { methods, route } from '@/lib/server/route'

const add = route(postReviewPicture, async ({ services, ...call }) => {
  const { reviews, runUpload } = services
  const { db, review, now } = await openOwnReview(reviews, call)
  requireLive(review, now)
  return runUpload(call.principal.address, async () => {
    const sent = await readReviewPicture(call.request)
    const { row, isNew } = await addPicture(reviews, db, review.id, sent)
    reviews.feed.announce()
    const { id, width, height, sha256 } = row
    return { body: { picture: { id, width, height, sha256 } }, status: isNew ? 201 : 200 }
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(add)
