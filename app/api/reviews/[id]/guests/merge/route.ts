import { mergeReviewGuests } from '@/lib/contract/reviews/owner-routes'
import { findReview, noReview } from '@/lib/server/reviews/find-review'
import { mergeGuests } from '@/lib/server/reviews/owner/merge-guests'
import { answerOwn, openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { methods, route } from '@/lib/server/route'

const merge = route(mergeReviewGuests, async ({ services: { reviews }, body, ...call }) => {
  const own = await openOwnReview(reviews, call)
  await mergeGuests(own.db, own.review.id, await body())
  reviews.feed.announce()
  const review = await findReview(own.db, own.review.id)
  if (!review) throw noReview()
  return { body: await answerOwn(reviews, { ...own, review }) }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(merge)
