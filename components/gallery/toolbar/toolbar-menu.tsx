import {
  CheckSquare,
  Ellipsis,
  FlaskConical,
  FolderHeart,
  HardDrive,
  Presentation,
  Share2,
} from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { Popover } from '@/components/ui/popover'
import { openPresentation } from '@/components/viewer/overlay-address'

const BoardsDialog = lazyPart(() =>
  import('../boards/boards-dialog').then((file) => file.BoardsDialog),
)

const ExperimentsDialog = lazyPart(() =>
  import('@/components/experiments/experiments-dialog').then((file) => file.ExperimentsDialog),
)

const ReviewsDialog = lazyPart(() =>
  import('@/components/reviews/share/reviews-dialog').then((file) => file.ReviewsDialog),
)

type Props = { onSelect: () => void; onStorage: () => void }

/** Rarely used actions. */
export function ToolbarMenu({ onSelect, onStorage }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [experiments, setExperiments] = useState(false)
  const [areReviewsOpen, setReviewsOpen] = useState(false)
  const choose = (run: () => void) => () => {
    menu.current?.closest<HTMLElement>('[popover]')?.hidePopover()
    run()
  }
  return (
    <>
      <Button look="quiet" size="icon" popoverTarget="gallery-menu" aria-label="More" title="More">
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover
        id="gallery-menu"
        label="More"
        onOpen={() => menu.current?.querySelector('button')?.focus()}
        className="top-25 right-3 left-auto w-60! p-1.5!"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of the buttons inside. */}
        <div ref={menu} onKeyDown={moveFocus} className="grid">
          <Item icon={<CheckSquare size={15} aria-hidden />} onClick={choose(onSelect)}>
            Select
          </Item>
          <Item icon={<FolderHeart size={15} aria-hidden />} onClick={choose(() => setOpen(true))}>
            Boards
          </Item>
          <Item
            icon={<FlaskConical size={15} aria-hidden />}
            onClick={choose(() => setExperiments(true))}
          >
            Experiments
          </Item>
          <Item
            icon={<Share2 size={15} aria-hidden />}
            onClick={choose(() => setReviewsOpen(true))}
          >
            Reviews
          </Item>
          <Item
            icon={<Presentation size={15} aria-hidden />}
            onClick={choose(() => openPresentation(null))}
          >
            Present
          </Item>
          <Item icon={<HardDrive size={15} aria-hidden />} onClick={choose(onStorage)}>
            Storage and backup
          </Item>
        </div>
      </Popover>
      {experiments ? <ExperimentsDialog onClose={() => setExperiments(false)} /> : null}
      {areReviewsOpen ? <ReviewsDialog onClose={() => setReviewsOpen(false)} /> : null}
      {open ? <BoardsDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Arrow keys go round the items, Home and End to the ends. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')]
  const index = items.findIndex((item) => item.matches(':focus'))
  const targets: Record<string, number> = {
    ArrowDown: (index + 1) % items.length,
    ArrowUp: (index + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const target = items[targets[event.key] ?? -1]
  if (!target) return
  event.preventDefault()
  target.focus()
}

type ItemProps = { icon: ReactNode; onClick: () => void; children: ReactNode }

const Item = ({ icon, onClick, children }: ItemProps) => (
  <button
    type="button"
    onClick={onClick}
    className="flex h-9 items-center gap-2.5 rounded-md px-2.5 text-left text-[0.8125rem] hover:bg-hover pointer-coarse:h-11 [&>svg]:text-muted"
  >
    {icon}
    {children}
  </button>
)
