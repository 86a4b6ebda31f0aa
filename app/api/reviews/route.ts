import { getReviews, postReview } from '@/lib/contract/reviews/owner-routes'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { publicAddress } from '@/lib/server/http/origin'
import { createReview } from '@/lib/server/reviews/create-review'
import { listReviews } from '@/lib/server/reviews/owner/list-reviews'
import { answerOwn } from '@/lib/server/reviews/owner/open-own'
import { methods, route } from '@/lib/server/route'

const create = route(
  postReview,
  async ({ request, body, principal, services: { reviews, rateLimiters } }) => {
    await requireWithinRateLimit(rateLimiters, principal, 'review')
    const given = await body()
    await reviews.requirePlace()
    const [db, now] = [await reviews.database(), reviews.now()]
    const created = await createReview(db, given, principal.visitorId, now)
    const address = publicAddress(request, reviews.publicUrl)
    const answer = await answerOwn(reviews, { ...created, db, now, address })
    return { body: { ...answer, manageKey: created.manageKey }, status: 201 }
  },
  { identifies: true },
)

const list = route(getReviews, async ({ request, principal, services: { reviews } }) => {
  const settings = { now: reviews.now(), address: publicAddress(request, reviews.publicUrl) }
  return { body: { reviews: await listReviews(await reviews.database(), principal, settings) } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(list, create)
