import { Dialog } from '@/components/ui/dialog'
import { type OwnReview, pendingOf, useOwnReviews } from '@/lib/transfer/publish/own-reviews'
import { manageLink } from '../manage-link'

/** The reviews that this browser has made. */
export function ReviewsDialog({ onClose }: { onClose: () => void }) {
  const reviews = useOwnReviews()
  return (
    <Dialog open onClose={onClose} title="Reviews" flush={reviews.length > 0}>
      {reviews.length === 0 ? (
        <p className="text-pretty text-muted">
          Select pictures and press Share: your guests then pick, rate and comment by a link,
          without an account, and you see it here.
        </p>
      ) : (
        <ul className="divide-y">
          {reviews.map((review, index) => (
            <li key={review.id}>
              <a
                data-autofocus={index === 0 || undefined}
                href={manageLink(review)}
                className="flex min-h-14 items-baseline gap-3 px-5 py-3 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 truncate font-medium" dir="auto">
                  {review.title}
                </span>
                <span className="ml-auto shrink-0 text-muted text-xs tabular-nums">
                  {stateText(review)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function stateText(review: OwnReview): string {
  const all = review.pictures.length
  const pending = pendingOf(review).length
  if (pending > 0) return `${all - pending} of ${all} pictures sent`
  const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
  return `${all === 1 ? '1 picture' : `${all} pictures`}, ${date.format(review.createdAt)}`
}
