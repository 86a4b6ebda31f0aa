import { ChevronLeft, ChevronRight, QrCode as CodeIcon, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useIdlePointer } from '@/components/presentation/use-idle-pointer'
import { useWholeScreen } from '@/components/presentation/use-whole-screen'
import { Button } from '@/components/ui/button'
import { findKeyAction } from '@/components/ui/key-action'
import { FullScreen } from '@/components/viewer/full-screen'
import type { Review } from '@/lib/contract/reviews/review'
import { ownerPictureAddress } from '../owner/picture-address'
import { useOwnReviewUrl } from '../owner/use-own-review-url'
import type { SendChange } from '../owner/use-owned-review'
import { QrCode } from '../qr-code'
import { presenterActions } from './presenter-actions'
import { useShownPicture } from './use-shown-picture'

type Props = { review: Review; send: SendChange; onClose: () => void }

/** One picture on the whole screen, which every guest who follows sees too. Nothing else is on it. */
export function Presenter({ review, send, onClose }: Props) {
  const { pictures } = review
  const { id, isBlack, setId, setBlack } = useShownPicture(review, send)
  const [isCodeShown, setCodeShown] = useState(false)
  const screen = useWholeScreen(onClose)
  const isIdle = useIdlePointer()
  const url = useOwnReviewUrl(review)
  const position = pictures.findIndex((picture) => picture.id === id)
  const picture = pictures[position] ?? pictures[0]
  const context = {
    move: (by: number) => {
      const to = pictures[Math.min(pictures.length - 1, Math.max(0, position + by))]
      if (to) setId(to.id)
    },
    toggleBlack: () => setBlack(!isBlack),
    toggleCode: () => setCodeShown(!isCodeShown),
  }

  return (
    <FullScreen
      label="Presenting"
      onClose={onClose}
      onKey={(key) => {
        const action = findKeyAction(presenterActions, key, context)
        return action && (() => action.run(context))
      }}
    >
      <div ref={screen} className="relative size-full bg-black text-white">
        <p aria-live="polite" className="sr-only">
          {isBlack ? 'The screen is black.' : `Picture ${position + 1} of ${pictures.length}`}
        </p>
        {isBlack || !picture ? null : (
          <img
            key={picture.id}
            src={ownerPictureAddress(review, picture.id, 'page')}
            alt={`${position + 1} of ${pictures.length}`}
            className="absolute inset-0 size-full object-contain"
          />
        )}
        {isCodeShown && url !== null ? (
          <QrCode
            text={url}
            label="QR code of the guests’ link"
            className="absolute top-4 right-4 w-[min(40vw,40vh)] shadow-xl"
          />
        ) : null}
        <div
          role="toolbar"
          aria-label="Presenting"
          className={`absolute inset-x-0 bottom-4 mx-auto flex w-fit gap-1 rounded-xl bg-black/60 p-1 backdrop-blur-sm transition-opacity duration-300 focus-within:opacity-100 ${isIdle || isBlack ? 'opacity-0' : ''}`}
        >
          <Control label="Previous (←)" onClick={() => context.move(-1)}>
            <ChevronLeft size={18} aria-hidden />
          </Control>
          <Control label="Next (→)" onClick={() => context.move(1)}>
            <ChevronRight size={18} aria-hidden />
          </Control>
          {url === null ? null : (
            <Control label="QR code (Q)" onClick={context.toggleCode}>
              <CodeIcon size={16} aria-hidden />
            </Control>
          )}
          <Control label="Stop presenting (Esc)" onClick={onClose}>
            <X size={18} aria-hidden />
          </Control>
        </div>
      </div>
    </FullScreen>
  )
}

type ControlProps = { label: string; onClick: () => void; children: ReactNode }

const Control = ({ label, ...props }: ControlProps) => (
  <Button
    look="quiet"
    size="icon"
    aria-label={label}
    title={label}
    className="text-white! hover:bg-white/20!"
    {...props}
  />
)
