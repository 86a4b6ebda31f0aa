import { X } from 'lucide-react'
import { StrengthBar } from '@/components/experiments/results/strength-bar'
import { Button } from '@/components/ui/button'
import type { PictureResult } from '@/lib/contract/reviews/results'
import type { Review } from '@/lib/contract/reviews/review'
import type { Ranked } from '@/lib/experiment/judge/ranking'
import { ownerPictureAddress } from './picture-address'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; result: PictureResult; send: SendChange }

export function ResultRow({ review, result, send }: Props) {
  const { pictureId, picks, rating, ratings } = result
  const position = review.pictures.findIndex(({ id }) => id === pictureId)
  const picture = review.pictures[position]
  if (!picture) return null
  const name = picture.label || `Picture ${position + 1}`
  const pickers = review.guests.filter(({ verdicts }) => verdicts[pictureId]?.pick)
  const all = review.results.map(rankedOf)
  const isLive = review.state === 'open' || review.state === 'closed'
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <span className="grid aspect-square place-items-center overflow-hidden rounded-md bg-raised">
        {isLive ? (
          <img
            src={ownerPictureAddress(review, pictureId, 'thumb')}
            width={picture.width}
            height={picture.height}
            alt={name}
            loading="lazy"
            className="size-full object-contain"
          />
        ) : (
          <span className="text-muted text-xs">{position + 1}</span>
        )}
      </span>
      <div className="grid min-w-0 gap-1">
        <p className="truncate font-medium" dir="auto">
          {name}
        </p>
        <p className="text-sm tabular-nums">
          {picks === 1 ? '1 pick' : `${picks} picks`}
          {rating === null ? null : (
            <span className="text-muted">
              {' · '}
              {rating.toFixed(1)} of 5 from {ratings}
            </span>
          )}
        </p>
        {pickers.length > 0 ? (
          <p className="truncate text-muted text-xs" dir="auto">
            Picked by {pickers.map((guest) => guest.name).join(', ')}
          </p>
        ) : null}
        {result.strength ? (
          <div className="flex flex-wrap items-center gap-x-3 text-muted text-xs tabular-nums">
            <StrengthBar item={rankedOf(result)} all={all} />
            {result.strength.pairs === 1 ? '1 pair' : `${result.strength.pairs} pairs`}
          </div>
        ) : null}
      </div>
      {isLive ? (
        <Button
          look="quiet"
          size="icon"
          aria-label={`Take ${name} out`}
          title="Take out"
          onClick={() =>
            confirm(`Take ${name} out of this review, with what was said of it?`) &&
            void send((calls) => calls.removePicture(pictureId))
          }
        >
          <X size={15} aria-hidden />
        </Button>
      ) : null}
    </li>
  )
}

const rankedOf = ({ pictureId, strength }: PictureResult): Ranked => ({
  id: pictureId,
  strength: strength?.value ?? 0,
  low: strength?.low ?? 0,
  high: strength?.high ?? 0,
  count: strength?.pairs ?? 0,
})
