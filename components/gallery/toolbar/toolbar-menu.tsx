import {
  CheckSquare,
  FlaskConical,
  FolderHeart,
  HardDrive,
  Presentation,
  Share2,
} from 'lucide-react'
import { useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { MoreMenu } from '@/components/ui/more-menu'
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
  const [areBoardsOpen, setBoardsOpen] = useState(false)
  const [areExperimentsOpen, setExperimentsOpen] = useState(false)
  const [areReviewsOpen, setReviewsOpen] = useState(false)
  return (
    <>
      <MoreMenu
        id="gallery-menu"
        className="top-25 right-3 w-60!"
        items={[
          { label: 'Select', icon: CheckSquare, run: onSelect },
          { label: 'Boards', icon: FolderHeart, run: () => setBoardsOpen(true) },
          { label: 'Experiments', icon: FlaskConical, run: () => setExperimentsOpen(true) },
          { label: 'Reviews', icon: Share2, run: () => setReviewsOpen(true) },
          { label: 'Present', icon: Presentation, run: () => openPresentation(null) },
          { label: 'Storage and backup', icon: HardDrive, run: onStorage },
        ]}
      />
      {areExperimentsOpen ? <ExperimentsDialog onClose={() => setExperimentsOpen(false)} /> : null}
      {areReviewsOpen ? <ReviewsDialog onClose={() => setReviewsOpen(false)} /> : null}
      {areBoardsOpen ? <BoardsDialog onClose={() => setBoardsOpen(false)} /> : null}
    </>
  )
}
