import { useState } from 'react'
import { useEntries } from '@/components/gallery/use-entries'
import { findKeyAction } from '@/components/ui/key-action'
import { FullScreen } from '@/components/viewer/full-screen'
import { closeOverlay, openPresentation } from '@/components/viewer/overlay-address'
import { usePictureOrder } from '@/components/viewer/picture-order'
import { isSaved } from '@/lib/record/record-state'
import { presentationActions } from './presentation-actions'
import { PresentationBar } from './presentation-bar'
import { PresentedGallery } from './presented-gallery'
import { PresentedPicture } from './presented-picture'
import { useSlideshow } from './use-slideshow'
import { useWholeScreen } from './use-whole-screen'

type Props = {
  /** The picture that fills the screen; `null`: all of them, the newest large. */
  id: string | null
}

/** The gallery without anything private: no prompts, no prices, nothing half done. */
export function Presentation({ id }: Props) {
  const order = usePictureOrder()
  const { data: entries = [] } = useEntries()
  const saved = new Map(
    entries.flatMap((entry) => (isSaved(entry.kind) ? [[entry.id, entry]] : [])),
  )
  const pictures = order.flatMap((one) => saved.get(one) ?? [])
  const [isBlack, setBlack] = useState(false)
  const screen = useWholeScreen(closeOverlay)
  const position = pictures.findIndex((picture) => picture.id === id)
  const shown = pictures[position]

  const show = (at: number) => {
    const to = pictures[(at + pictures.length) % Math.max(1, pictures.length)]
    if (to) openPresentation(to.id)
  }
  const slideshow = useSlideshow(() => show(position + 1), !isBlack)
  const context = {
    isSingle: shown !== undefined,
    move: (by: number) => show(shown ? position + by : 0),
    toggleSlideshow: () => {
      if (!shown) show(0)
      slideshow.toggle()
    },
    toggleBlack: () => setBlack(!isBlack),
    showGallery: () => openPresentation(null),
    showPicture: () => show(0),
  }

  return (
    <FullScreen
      label="Presentation"
      onClose={closeOverlay}
      returnFocusTo={id ?? pictures[0]?.id}
      onKey={(key) => {
        const action = findKeyAction(presentationActions, key, context)
        return action && (() => action.run(context))
      }}
    >
      <div ref={screen} className="group relative size-full bg-page">
        {isBlack ? null : shown ? (
          <PresentedPicture
            picture={shown}
            neighbours={[pictures[position - 1], pictures[position + 1]]}
            label={`Picture ${position + 1} of ${pictures.length}`}
          />
        ) : (
          <PresentedGallery pictures={pictures} onShow={openPresentation} />
        )}
        {isBlack ? <p className="sr-only">The screen is black.</p> : null}
        {isBlack ? <div aria-hidden className="absolute inset-0 bg-black" /> : null}
        <PresentationBar context={context} isPlaying={slideshow.isPlaying} isBlack={isBlack} />
      </div>
    </FullScreen>
  )
}
