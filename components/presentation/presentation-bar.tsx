import { ChevronLeft, ChevronRight, LayoutGrid, Pause, Play, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { closeOverlay } from '@/components/viewer/overlay-address'
import type { PresentationContext } from './presentation-actions'
import { useIdlePointer } from './use-idle-pointer'

type Props = { context: PresentationContext; isPlaying: boolean; isBlack: boolean }

/** For hands without a keyboard. It goes while nothing moves. */
export function PresentationBar({ context, isPlaying, isBlack }: Props) {
  const isIdle = useIdlePointer()
  if (isBlack) return null
  return (
    <div
      role="toolbar"
      aria-label="Presentation"
      className={`absolute inset-x-0 bottom-4 mx-auto flex w-fit gap-1 rounded-xl border bg-panel/90 p-1 shadow-lg backdrop-blur-sm transition-opacity duration-300 focus-within:opacity-100 ${isIdle ? 'opacity-0' : ''}`}
    >
      <IconButton label="Newer (←)" onClick={() => context.move(-1)}>
        <ChevronLeft size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={isPlaying ? 'Pause the slideshow (S)' : 'Slideshow (S)'}
        onClick={context.toggleSlideshow}
      >
        {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </IconButton>
      <IconButton label="Older (→)" onClick={() => context.move(1)}>
        <ChevronRight size={18} aria-hidden />
      </IconButton>
      {context.isSingle ? (
        <IconButton label="All pictures (G)" onClick={context.showGallery}>
          <LayoutGrid size={16} aria-hidden />
        </IconButton>
      ) : null}
      <IconButton label="Stop presenting (Esc)" onClick={closeOverlay}>
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  )
}

type IconButtonProps = { label: string; onClick: () => void; children: ReactNode }

const IconButton = ({ label, ...props }: IconButtonProps) => (
  <Button look="quiet" size="icon" aria-label={label} title={label} {...props} />
)
