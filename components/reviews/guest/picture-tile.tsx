import { MessageCircle, Star } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { GuestPicture } from '@/lib/contract/reviews/picture'
import { useGuest } from './guest-context'
import { PickButton } from './pick-button'
import { guestPictureAddress, pictureName, sourcesOf } from './picture-address'
import { verdictOf } from './session/guest-view-changes'
import { TallyText } from './tally-text'

type Props = {
  picture: GuestPicture
  position: number
  /** All pictures have about one shape; else each is shown in a square. */
  isUniform: boolean
  /** Among the first to be seen: loaded at once, the very first before all others. */
  isFirst: boolean
  onOpen: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One picture of the grid with this guest's verdict. */
export function PictureTile(props: Props) {
  const { picture, position, isUniform, isFirst, onOpen, onKeyDown } = props
  const { secret, view, asGuest, togglePick } = useGuest()
  const { options, state } = view.review
  const { id, width, height } = picture
  const name = pictureName(picture, position)
  const { pick, rating } = verdictOf(view, id)
  const comments = view.comments.filter(({ pictureId }) => pictureId === id).length
  return (
    <li className="grid content-start gap-2.5">
      <button
        type="button"
        data-tile={id}
        aria-label={`Open ${name}`}
        aria-keyshortcuts="Enter P 1 2 3 4 5"
        onClick={onOpen}
        onKeyDown={onKeyDown}
        className={`block w-full overflow-hidden rounded-lg bg-raised outline-offset-4 transition-shadow duration-150 ${pick ? 'ring-3 ring-accent ring-offset-2 ring-offset-page' : ''}`}
      >
        <img
          src={guestPictureAddress(secret, id, 'thumb')}
          srcSet={sourcesOf(secret, picture)}
          sizes="(width < 40rem) calc(50vw - 22px), (width < 80rem) 33vw, min(25vw, 27rem)"
          width={width}
          height={height}
          alt=""
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={position === 0 ? 'high' : isFirst ? 'low' : 'auto'}
          decoding={isFirst ? 'auto' : 'async'}
          className={isUniform ? 'h-auto w-full' : 'aspect-square h-auto w-full object-contain'}
        />
      </button>
      <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1">
        <p className="min-w-0 truncate font-medium tabular-nums" title={name} dir="auto">
          {picture.label ?? position + 1}
        </p>
        {rating === null ? null : (
          <p className="inline-flex items-center gap-0.5 text-accent text-sm tabular-nums">
            <Star size={14} aria-hidden className="fill-current" />
            <span className="sr-only">Your rating: </span>
            {rating}
          </p>
        )}
        {comments === 0 ? null : (
          <p className="inline-flex items-center gap-1 text-muted text-sm tabular-nums">
            <MessageCircle size={14} aria-hidden />
            {comments}
            <span className="sr-only">{comments === 1 ? ' comment' : ' comments'}</span>
          </p>
        )}
        {options.picks && state === 'open' ? (
          <PickButton
            name={name}
            isPicked={pick}
            onToggle={() => asGuest(() => togglePick(id))}
            className="max-sm:w-full sm:ml-auto"
          />
        ) : null}
        <TallyText pictureId={id} />
      </div>
    </li>
  )
}
