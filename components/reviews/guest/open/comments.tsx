import type { GuestComment, Pin } from '@/lib/contract/reviews/verdicts'
import { useGuest } from '../guest-context'
import { CommentForm } from './comment-form'
import { placeText } from './place-text'

type Props = {
  pictureId: string
  comments: GuestComment[]
  pin: Pin | null
  onPin: (pin: Pin | null) => void
}

/** What was said of a picture, numbered as its pins are, and the form for more. */
export function Comments({ pictureId, comments, pin, onPin }: Props) {
  const { view, actions } = useGuest()
  const isOpen = view.review.state === 'open' && view.review.options.comments
  return (
    <section aria-label="Comments" className="grid gap-4">
      {comments.length > 0 ? (
        <ol className="grid gap-4">
          {comments.map((comment, index) => (
            <li key={comment.id} className="grid grid-cols-[1.5rem_1fr] gap-x-2.5">
              <span
                className={`grid size-6 place-items-center rounded-full font-semibold text-2xs ${comment.at && !comment.isResolved ? 'bg-accent text-on-accent' : 'bg-hover text-ink'}`}
              >
                {index + 1}
              </span>
              <div className="grid min-w-0 gap-1">
                <p className="flex flex-wrap items-center gap-x-2 text-xs leading-6">
                  <span className="font-medium" dir="auto">
                    {comment.author}
                  </span>
                  {comment.at ? <span className="text-muted">{placeText(comment.at)}</span> : null}
                  {comment.isResolved ? <span className="text-good">Resolved</span> : null}
                </p>
                <p className="whitespace-pre-line break-words text-sm" dir="auto">
                  {comment.text}
                </p>
                {comment.answer ? (
                  <p
                    className="whitespace-pre-line break-words border-l-2 pl-2.5 text-muted text-sm"
                    dir="auto"
                  >
                    {comment.answer}
                  </p>
                ) : null}
                {comment.isOwn && isOpen ? (
                  <button
                    type="button"
                    onClick={() => void actions.deleteComment(pictureId, comment.id)}
                    className="w-fit text-muted text-xs underline-offset-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
                  >
                    Delete
                    <span className="sr-only"> comment {index + 1}</span>
                  </button>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {isOpen ? <CommentForm pictureId={pictureId} pin={pin} onPin={onPin} /> : null}
    </section>
  )
}
