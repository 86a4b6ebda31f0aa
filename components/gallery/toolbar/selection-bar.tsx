import {
  CheckCheck,
  Download,
  FolderHeart,
  GitCompare,
  Heart,
  Share2,
  Trash2,
  X,
} from 'lucide-react'
import { type ReactNode, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { openCompare } from '@/components/viewer/overlay-address'
import { grouped } from '@/lib/grouped'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import type { Entry } from '@/lib/record/entry'
import { isSaved } from '@/lib/record/record-state'
import { downloadPictures } from '../download-pictures'
import { ToolbarFrame } from './toolbar'

const BoardsDialog = lazyPart(() =>
  import('../boards/boards-dialog').then((file) => file.BoardsDialog),
)

const ShareDialog = lazyPart(() =>
  import('@/components/reviews/share/share-dialog').then((file) => file.ShareDialog),
)

type Props = { selectedEntries: Entry[]; onAll: () => void; onClear: () => void }

/** Replaces the toolbar while pictures are selected. */
export function SelectionBar({ selectedEntries: entries, onAll, onClear }: Props) {
  const [areBoardsOpen, setBoardsOpen] = useState(false)
  const [isSharing, setSharing] = useState(false)
  const [isZipping, start] = useTransition()
  const isEmpty = entries.length === 0
  const comparable = entries.filter(({ kind }) => isSaved(kind)).map(({ id }) => id)
  const download = () => start(() => downloadPictures(entries.map(({ id }) => id)))
  const remove = () => {
    void deleteRecords(entries.map(({ id }) => id))
    onClear()
  }
  return (
    <ToolbarFrame>
      <Button look="quiet" size="icon" aria-label="Clear the selection" onClick={onClear}>
        <X size={16} aria-hidden />
      </Button>
      <p role="status" className="px-1 font-medium text-[0.8125rem] tabular-nums">
        {grouped(entries.length)} <span className="max-sm:sr-only">selected</span>
      </p>
      <Action label="Select all" onClick={onAll}>
        <CheckCheck size={15} aria-hidden />
      </Action>
      <span className="ml-auto max-sm:hidden" />
      <Action
        label={isZipping ? 'Zipping…' : 'Download'}
        disabled={isEmpty || isZipping}
        onClick={download}
      >
        <Download size={15} aria-hidden />
      </Action>
      <Action
        label="Compare"
        disabled={comparable.length < 2 || comparable.length > 4}
        onClick={() => openCompare(comparable)}
      >
        <GitCompare size={15} aria-hidden />
      </Action>
      <Action
        label="Share"
        disabled={!entries.some(({ kind }) => isSaved(kind))}
        onClick={() => setSharing(true)}
      >
        <Share2 size={15} aria-hidden />
      </Action>
      <Action label="Boards" disabled={isEmpty} onClick={() => setBoardsOpen(true)}>
        <FolderHeart size={15} aria-hidden />
      </Action>
      <Action label="Favourite" disabled={isEmpty} onClick={() => void toggleFavourites(entries)}>
        <Heart size={15} aria-hidden />
      </Action>
      <Action label="Delete" disabled={isEmpty} onClick={remove}>
        <Trash2 size={15} aria-hidden />
      </Action>
      {isSharing ? (
        <ShareDialog
          pictures={entries.flatMap(({ id, kind }) => (isSaved(kind) ? { recordId: id } : []))}
          onClose={() => setSharing(false)}
        />
      ) : null}
      {areBoardsOpen ? (
        <BoardsDialog entries={entries} onClose={() => setBoardsOpen(false)} />
      ) : null}
    </ToolbarFrame>
  )
}

type ActionProps = {
  label: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

/** An icon and a label; on a narrow screen the icon alone, and on the narrowest all share its width. */
const Action = ({ label, children, ...rest }: ActionProps) => (
  <Button
    look="quiet"
    size="sm"
    title={label}
    className="max-sm:flex-1 max-sm:px-0 max-sm:pointer-coarse:px-0"
    {...rest}
  >
    {children}
    <span className="max-xl:sr-only">{label}</span>
  </Button>
)
