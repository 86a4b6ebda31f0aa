import { getReviewEvents } from '@/lib/contract/reviews/owner-routes'
import { eventStream } from '@/lib/server/reviews/events/event-stream'
import { openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { methods, route } from '@/lib/server/route'

const listen = route(getReviewEvents, async ({ services: { reviews }, ...call }) => {
  const { review } = await openOwnReview(reviews, call)
  return eventStream(reviews.feed, call.request, {
    reviewId: review.id,
    guestId: null,
    isOwner: true,
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(listen)
