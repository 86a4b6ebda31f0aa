import type { Review } from '@/lib/contract/reviews/review'
import { OwnedComment } from './owned-comment'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange }

/** What guests wrote; the open ones first. */
export function CommentList({ review, send }: Props) {
  const comments = review.comments.toSorted(
    (a, b) => Number(a.isResolved) - Number(b.isResolved) || b.createdAt.localeCompare(a.createdAt),
  )
  return (
    <section aria-labelledby="comments" className="grid content-start gap-3">
      <h2 id="comments" className="flex min-h-9 items-center font-semibold text-base">
        Comments
      </h2>
      {comments.length === 0 ? (
        <p className="text-muted">No comments yet.</p>
      ) : (
        <ul className="grid divide-y border-y">
          {comments.map((comment) => (
            <OwnedComment key={comment.id} review={review} comment={comment} send={send} />
          ))}
        </ul>
      )}
    </section>
  )
}
