import { getGuestView } from '@/lib/contract/reviews/guest-routes'
import { readGuestView } from '@/lib/server/reviews/guests/guest-view'
import { visitReview } from '@/lib/server/reviews/guests/visit'
import { tagOf } from '@/lib/server/reviews/revisions'
import { taggedAnswer } from '@/lib/server/reviews/tagged-answer'
import { methods, route } from '@/lib/server/route'

const read = route(
  getGuestView,
  async ({ request, params, principal, services: { reviews } }) => {
    const visit = await visitReview(reviews, request, principal, params.secret)
    const tag = tagOf(visit.review, visit.guest)
    return taggedAnswer(request, tag, () => readGuestView(reviews.sharedView, visit))
  },
  { loggedAs: '/api/r/…' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
