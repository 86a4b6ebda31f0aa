import { Presentation } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { placed } from '@/lib/base-path'
import type { Review } from '@/lib/contract/reviews/review'
import { OwnerMenu } from './owner-menu'
import { useOwnReviewUrl } from './use-own-review-url'
import type { SendChange } from './use-owned-review'

type Props = {
  review: Review
  send: SendChange
  manageKey: string | null
  onPresent: () => void
  onPresentNear: () => void
}

export function OwnerHeader({ review, send, manageKey, onPresent, onPresentNear }: Props) {
  const { title, brief, question, state, guests, pictures } = review
  const url = useOwnReviewUrl(review)
  const isLive = state === 'open' || state === 'closed'
  return (
    <header className="grid gap-3">
      <a
        href={placed('/')}
        className="w-fit text-muted text-xs underline-offset-2 hover:underline pointer-coarse:min-h-11"
      >
        ← Back to playground
      </a>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <h1
            className="text-balance font-semibold text-2xl leading-tight tracking-tight"
            dir="auto"
          >
            {title}
          </h1>
          {brief ? (
            <p className="max-w-2xl whitespace-pre-line text-pretty text-muted" dir="auto">
              {brief}
            </p>
          ) : null}
          {question ? (
            <p className="max-w-2xl font-medium" dir="auto">
              {question}
            </p>
          ) : null}
          <p role="status" className="text-muted text-xs tabular-nums">
            <StateBadge state={state} /> {count(pictures.length, 'picture')},{' '}
            {count(guests.length, 'guest')}, {guests.filter(({ isHere }) => isHere).length} here
            now, {guests.filter(({ doneAt }) => doneAt !== null).length} done
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {isLive && url !== null ? <CopyButton text={url}>Copy link</CopyButton> : null}
          {isLive && pictures.length > 0 ? (
            <Button
              look="primary"
              onClick={onPresent}
              onPointerEnter={onPresentNear}
              onFocus={onPresentNear}
            >
              <Presentation size={16} aria-hidden />
              Present
            </Button>
          ) : null}
          <OwnerMenu review={review} send={send} manageKey={manageKey} />
        </div>
      </div>
    </header>
  )
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

const stateTexts = { open: 'Open', closed: 'Closed', revoked: 'Ended', ended: 'Ended' }

const StateBadge = ({ state }: { state: Review['state'] }) => (
  <span
    className={`mr-1 rounded px-1.5 py-0.5 font-medium ${state === 'open' ? 'bg-accent-soft text-accent' : 'bg-raised text-ink'}`}
  >
    {stateTexts[state]}
  </span>
)
