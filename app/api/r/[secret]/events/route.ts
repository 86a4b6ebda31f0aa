import { getGuestEvents } from '@/lib/contract/reviews/guest-routes'
import { eventStream } from '@/lib/server/reviews/events/event-stream'
import { visitReview } from '@/lib/server/reviews/guests/visit'
import { methods, route } from '@/lib/server/route'

const listen = route(
  getGuestEvents,
  async ({ request, params, principal, services: { reviews } }) => {
    const { review, guest } = await visitReview(reviews, request, principal, params.secret)
    return eventStream(reviews.feed, request, {
      reviewId: review.id,
      guestId: guest?.id ?? null,
      isOwner: false,
    })
  },
  { loggedAs: '/api/r/…/events' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(listen)
