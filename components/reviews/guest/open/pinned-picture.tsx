import type { MouseEvent } from 'react'
import type { GuestPicture } from '@/lib/contract/reviews/picture'
import type { GuestComment, Pin } from '@/lib/contract/reviews/verdicts'
import { PinMark } from './pin-mark'

type Props = {
  src: string
  picture: GuestPicture
  name: string
  comments: GuestComment[]
  /** Where the comment being written points. */
  pin: Pin | null
  /** Absent where nothing can be pinned. */
  onPin?: (pin: Pin) => void
}

/** A picture as large as its place, with the pins of its comments at theirs. */
export function PinnedPicture({ src, picture, name, comments, pin, onPin }: Props) {
  const ratio = picture.width / picture.height

  function place({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) {
    const box = currentTarget.getBoundingClientRect()
    onPin?.({ x: share(clientX - box.left, box.width), y: share(clientY - box.top, box.height) })
    document.querySelector<HTMLElement>('[data-comment]')?.focus({ preventScroll: true })
  }

  return (
    <div className="grid [container-type:size] size-full place-items-center">
      <div
        className="relative"
        style={{ width: `min(100cqw, ${100 * ratio}cqh)`, aspectRatio: ratio }}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by key, a pin is set with the button of the comment form. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
        <div
          onClick={onPin && place}
          title={onPin ? 'Click where your comment points' : undefined}
          className={`absolute inset-0 ${onPin ? 'cursor-crosshair' : ''}`}
        >
          <img
            key={src}
            src={src}
            width={picture.width}
            height={picture.height}
            alt={name}
            draggable={false}
            className="size-full rounded-sm object-contain"
          />
        </div>
        {comments.map(({ id, at, author, isResolved }, index) =>
          at ? (
            <PinMark key={id} at={at} label={index + 1} title={author} isResolved={isResolved} />
          ) : null,
        )}
        {pin ? <PinMark at={pin} label="+" title="Your comment" isNew /> : null}
      </div>
    </div>
  )
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole))
