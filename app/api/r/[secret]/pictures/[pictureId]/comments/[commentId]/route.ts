import { deleteComment } from '@/lib/contract/reviews/guest-routes'
import { deleteOwnComment } from '@/lib/server/reviews/guests/comments'
import { visitAsGuest } from '@/lib/server/reviews/guests/visit'
import { methods, route } from '@/lib/server/route'

const remove = route(
  deleteComment,
  async ({ request, params, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitAsGuest(reviews, request, principal, params.secret)
    const who = { reviewId: review.id, guestId: guest.id, now: reviews.now() }
    await deleteOwnComment(db, who, params)
    reviews.feed.announce()
    return { body: { deleted: true } }
  },
  { loggedAs: '/api/r/…/comments' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(remove)
