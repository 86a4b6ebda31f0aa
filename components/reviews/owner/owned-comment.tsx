import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { Review } from '@/lib/contract/reviews/review'
import type { ReviewComment } from '@/lib/contract/reviews/verdicts'
import { ownerPictureAddress } from './picture-address'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; comment: ReviewComment; send: SendChange }

/** One comment: answered in a line, resolved with a press. */
export function OwnedComment({ review, comment, send }: Props) {
  const [isAnswering, setAnswering] = useState(false)
  const { id, author, text, answer, isResolved, pictureId } = comment
  const isLive = review.state === 'open' || review.state === 'closed'

  async function reply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = String(new FormData(event.currentTarget).get('answer')).trim()
    const isSent = await send((calls) => calls.changeComment(id, { answer: written || null }))
    if (isSent) setAnswering(false)
  }

  return (
    <li
      className={`grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 py-3 ${isResolved ? 'text-muted' : ''}`}
    >
      {isLive ? (
        <img
          src={ownerPictureAddress(review, pictureId, 'thumb')}
          alt=""
          loading="lazy"
          className="size-10 rounded bg-raised object-cover"
        />
      ) : (
        <span />
      )}
      <div className="grid gap-1.5">
        <p className="text-xs">
          <span className="font-medium" dir="auto">
            {author}
          </span>{' '}
          <span className="text-muted">
            on {pictureNameOf(review, pictureId)}
            {isResolved ? ', resolved' : ''}
          </span>
        </p>
        <p className="whitespace-pre-line break-words" dir="auto">
          {text}
        </p>
        {answer && !isAnswering ? (
          <p className="whitespace-pre-line break-words border-l-2 pl-2.5 text-muted" dir="auto">
            {answer}
          </p>
        ) : null}
        {isAnswering ? (
          <form method="dialog" onSubmit={reply} className="flex gap-2">
            <TextInput
              name="answer"
              aria-label={`Your answer to ${author}`}
              defaultValue={answer ?? ''}
              maxLength={1_000}
              ref={focusNow}
            />
            <Button type="submit" size="sm" look="primary" className="h-8">
              Send
            </Button>
          </form>
        ) : (
          <div className="-ml-2.5 flex flex-wrap">
            <Button look="quiet" size="sm" onClick={() => setAnswering(true)}>
              {answer ? 'Edit answer' : 'Answer'}
            </Button>
            <Button
              look="quiet"
              size="sm"
              onClick={() =>
                void send((calls) => calls.changeComment(id, { isResolved: !isResolved }))
              }
            >
              {isResolved ? 'Reopen' : 'Resolve'}
            </Button>
            <Button
              look="quiet"
              size="sm"
              onClick={() =>
                confirm(`Delete this comment of ${author}?`) &&
                void send((calls) => calls.removeComment(id))
              }
            >
              Delete
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

function pictureNameOf({ pictures }: Review, pictureId: string): string {
  const position = pictures.findIndex(({ id }) => id === pictureId)
  return pictures[position]?.label || `picture ${position + 1}`
}

const focusNow = (input: HTMLInputElement | null) => input?.focus()
