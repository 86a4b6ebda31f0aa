import { putVerdict } from '@/lib/contract/reviews/guest-routes'
import { putVerdict as recordVerdict } from '@/lib/server/reviews/guests/put-verdict'
import { visitAsGuest } from '@/lib/server/reviews/guests/visit'
import { methods, route } from '@/lib/server/route'

const judge = route(
  putVerdict,
  async ({ request, params, body, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitAsGuest(reviews, request, principal, params.secret)
    const who = { reviewId: review.id, guestId: guest.id, now: reviews.now() }
    const answer = await recordVerdict(db, who, params.pictureId, await body())
    reviews.feed.announce()
    return { body: answer }
  },
  { loggedAs: '/api/r/…/verdict' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(judge)
