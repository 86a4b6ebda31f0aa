import { deleteReviewComment, patchReviewComment } from '@/lib/contract/reviews/owner-routes'
import { reviewCommentOf } from '@/lib/server/reviews/comment-answer'
import { changeComment, deleteComment } from '@/lib/server/reviews/owner/change-comment'
import { openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { methods, route } from '@/lib/server/route'

const change = route(patchReviewComment, async ({ services: { reviews }, body, ...call }) => {
  const { db, review, now } = await openOwnReview(reviews, call)
  const comment = await changeComment(db, review.id, call.params.commentId, await body(), now)
  reviews.feed.announce()
  return { body: { comment: reviewCommentOf(comment) } }
})

const remove = route(deleteReviewComment, async ({ services: { reviews }, ...call }) => {
  const { db, review } = await openOwnReview(reviews, call)
  await deleteComment(db, review.id, call.params.commentId)
  reviews.feed.announce()
  return { body: { deleted: true } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(change, remove)
