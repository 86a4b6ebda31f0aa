import { Button } from '@/components/ui/button'
import { FullScreen } from '@/components/viewer/full-screen'
import { useGuest } from '../guest-context'
import { guestPictureAddress, pictureName } from '../picture-address'

type Props = { onLeave: () => void }

/** What the presenter shows, and nothing else. */
export function FollowedPicture({ onLeave }: Props) {
  const { secret, view } = useGuest()
  const position = view.pictures.findIndex(({ id }) => id === view.shown.pictureId)
  const picture = view.pictures[position]
  return (
    <FullScreen label="What is being presented" onClose={onLeave}>
      <div className="relative size-full bg-black text-white">
        <p aria-live="polite" className="sr-only">
          {picture ? pictureName(picture, position) : 'The screen is black.'}
        </p>
        {picture ? (
          <img
            key={picture.id}
            src={guestPictureAddress(secret, picture.id, 'page')}
            alt={pictureName(picture, position)}
            width={picture.width}
            height={picture.height}
            className="absolute inset-0 size-full object-contain"
          />
        ) : null}
        <div className="absolute inset-x-0 bottom-0 flex justify-center p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
          <Button
            onClick={onLeave}
            className="rounded-full! border-white/30! bg-black/60! text-white! backdrop-blur-sm hover:bg-black/80!"
          >
            Look around by myself
          </Button>
        </div>
      </div>
    </FullScreen>
  )
}
