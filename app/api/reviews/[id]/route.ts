import { createHash } from 'node:crypto'
import { deleteReview, getReview, patchReview } from '@/lib/contract/reviews/owner-routes'
import { clearReview, deleteReview as deleteAll } from '@/lib/server/reviews/end-review'
import { changeReview } from '@/lib/server/reviews/owner/change-review'
import { answerOwn, openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { taggedAnswer } from '@/lib/server/reviews/tagged-answer'
import { methods, route } from '@/lib/server/route'

const read = route(getReview, async ({ services: { reviews }, ...call }) => {
  const answer = await answerOwn(reviews, await openOwnReview(reviews, call))
  const tag = createHash('sha256').update(JSON.stringify(answer)).digest('base64url')
  return taggedAnswer(call.request, tag, async () => answer)
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
