import { postPair } from '@/lib/contract/reviews/guest-routes'
import { putPair } from '@/lib/server/reviews/guests/put-pair'
import { visitAsGuest } from '@/lib/server/reviews/guests/visit'
import { methods, route } from '@/lib/server/route'

const compare = route(
  postPair,
  async ({ request, params, body, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitAsGuest(reviews, request, principal, params.secret)
    const pair = await body()
    await putPair(db, { reviewId: review.id, guestId: guest.id, now: reviews.now() }, pair)
    reviews.feed.announce()
    return { body: { pair } }
  },
  { loggedAs: '/api/r/…/pairs' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(compare)
