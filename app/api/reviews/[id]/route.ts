import { deleteReview, getReview, patchReview } from '@/lib/contract/reviews/owner-routes'
import { clearReview, deleteReview as deleteAll } from '@/lib/server/reviews/end-review'
import { changeReview } from '@/lib/server/reviews/owner/change-review'
import { answerOwn, openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { summaryOf } from '@/lib/server/reviews/owner/review-answer'
import { ownerTagOf } from '@/lib/server/reviews/revisions'
import { taggedAnswer } from '@/lib/server/reviews/tagged-answer'
import { methods, route } from '@/lib/server/route'

/** How long a guest may be called here who is not. */
const freshMs = 5_000

const read = route(getReview, async ({ services: { reviews }, ...call }) => {
  const own = await openOwnReview(reviews, call)
  const { state, url } = summaryOf(own, own)
  const parts = [ownerTagOf(own.review), state, url !== null, Math.floor(own.now / freshMs)]
  return taggedAnswer(call.request, parts.join('.'), () => answerOwn(reviews, own))
})

const change = route(patchReview, async ({ services: { reviews }, body, ...call }) => {
  const own = await openOwnReview(reviews, call)
  const review = await changeReview(own.db, own.review.id, await body(), own.now)
  reviews.feed.announce()
  if (review.revokedAt) await clearReview(own.db, reviews.storage, review.id, own.now)
  return { body: await answerOwn(reviews, { ...own, review }) }
})

const remove = route(deleteReview, async ({ services: { reviews }, ...call }) => {
  const { db, review, now } = await openOwnReview(reviews, call)
  await deleteAll(db, reviews.storage, review.id, now)
  reviews.feed.announce()
  return { body: { deleted: true } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read, change, remove)
