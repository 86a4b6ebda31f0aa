import { postComment } from '@/lib/contract/reviews/guest-routes'
import { guestCommentOf } from '@/lib/server/reviews/comment-answer'
import { addComment } from '@/lib/server/reviews/guests/comments'
import { visitAsGuest } from '@/lib/server/reviews/guests/visit'
import { methods, route } from '@/lib/server/route'

const comment = route(
  postComment,
  async ({ request, params, body, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitAsGuest(reviews, request, principal, params.secret)
    const who = { reviewId: review.id, guestId: guest.id, now: reviews.now() }
    const row = await addComment(db, who, params.pictureId, await body())
    reviews.feed.announce()
    const answer = guestCommentOf({ ...row, author: guest.name }, guest.id)
    return { body: { comment: answer }, status: 201 }
  },
  { loggedAs: '/api/r/…/comments' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(comment)
