import { Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FullScreen } from '@/components/viewer/full-screen'
import { PageButton } from '@/components/viewer/viewport/page-button'
import type { Pin } from '@/lib/contract/reviews/verdicts'
import { useGuest } from '../guest-context'
import { GuestProblem } from '../guest-problem'
import { PickButton } from '../pick-button'
import { guestPictureAddress, pictureName } from '../picture-address'
import { verdictOf } from '../session/guest-view-changes'
import { Stars } from '../stars'
import { TallyText } from '../tally-text'
import { Comments } from './comments'
import { PictureFacts } from './picture-facts'
import { PinnedPicture } from './pinned-picture'

type Props = { id: string; onOpen: (id: string) => void; onClose: () => void }

/** One picture, large, with everything that can be said of it. */
export function OpenPicture({ id, onOpen, onClose }: Props) {
  const { secret, view, asGuest, togglePick, rate, undo } = useGuest()
  const { pictures, comments, review } = view
  const [pin, setPin] = useState<{ id: string; at: Pin } | null>(null)
  const position = pictures.findIndex((picture) => picture.id === id)
  const picture = pictures[position]
  if (!picture) return null
  const name = pictureName(picture, position)
  const { pick, rating } = verdictOf(view, id)
  const isOpen = review.state === 'open'
  const own = comments.filter(({ pictureId }) => pictureId === id)
  const at = pin?.id === id ? pin.at : null
  const page = (by: number) => {
    const to = pictures[position + by]
    if (to) onOpen(to.id)
  }
  const keys: Record<string, () => void> = {
    ArrowLeft: () => page(-1),
    ArrowRight: () => page(1),
    ...(isOpen
      ? {
          p: () => asGuest(() => togglePick(id)),
          z: () => undo?.(),
          c: () => document.querySelector<HTMLElement>('[data-comment]')?.focus(),
        }
      : {}),
  }

  return (
    <FullScreen
      label={name}
      onClose={onClose}
      returnFocusTo={id}
      onKey={(key) => {
        if (isOpen && /^[1-5]$/.test(key)) return () => asGuest(() => rate(id, Number(key)))
        return keys[key.length === 1 ? key.toLowerCase() : key]
      }}
    >
      <div className="flex h-full flex-col">
        <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
          <h2 className="mr-auto min-w-0 truncate font-medium" dir="auto">
            {name}
            <span className="ml-2 font-normal text-muted tabular-nums">
              {position + 1} of {pictures.length}
            </span>
          </h2>
          {isOpen ? (
            <Button
              look="quiet"
              size="icon"
              aria-label="Undo"
              title="Undo (Z)"
              disabled={!undo}
              onClick={undo}
            >
              <Undo2 size={16} aria-hidden />
            </Button>
          ) : null}
          <Button look="quiet" size="icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          <div className="group relative min-h-0 min-w-0 flex-1 bg-raised p-2 max-lg:h-[52dvh] max-lg:flex-none">
            <PinnedPicture
              src={guestPictureAddress(secret, id, 'page')}
              picture={picture}
              name={name}
              comments={own}
              pin={at}
              onPin={
                isOpen && review.options.comments ? (next) => setPin({ id, at: next }) : undefined
              }
            />
            <PageButton to="previous" onClick={() => page(-1)} disabled={position === 0} />
            <PageButton
              to="next"
              onClick={() => page(1)}
              disabled={position === pictures.length - 1}
            />
          </div>
          <aside
            aria-label={`About ${name}`}
            className="relative grid min-h-0 content-start gap-5 overflow-y-auto p-4 max-lg:flex-1 max-lg:border-t lg:w-90 lg:border-l"
          >
            {isOpen ? (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {review.options.picks ? (
                  <PickButton
                    name={name}
                    isPicked={pick}
                    onToggle={() => asGuest(() => togglePick(id))}
                  />
                ) : null}
                {review.options.ratings ? (
                  <Stars
                    name={name}
                    rating={rating}
                    onRate={(next) => asGuest(() => rate(id, next))}
                  />
                ) : null}
              </div>
            ) : null}
            <TallyText pictureId={id} />
            <PictureFacts picture={picture} />
            {review.options.comments || own.length > 0 ? (
              <Comments
                key={id}
                pictureId={id}
                comments={own}
                pin={at}
                onPin={(next) => setPin(next && { id, at: next })}
              />
            ) : null}
          </aside>
        </div>
      </div>
      <GuestProblem />
    </FullScreen>
  )
}
