import { Download, FolderHeart, GitCompare, Heart, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { entryOf } from '@/lib/record/entry'
import type { GalleryRecord } from '@/lib/record/record'
import type { Actions } from './use-actions'

const BoardsDialog = lazyPart(() =>
  import('@/components/gallery/boards/boards-dialog').then((file) => file.BoardsDialog),
)

type Props = { record: GalleryRecord; actions: Actions; onCompare?: () => void }

/** What one does most: keep it, judge it, or be rid of it. */
export function MainActions({ record, actions, onCompare }: Props) {
  const [boards, setBoards] = useState(false)
  const hasPicture = record.state.kind === 'done' || record.state.kind === 'saving'
  return (
    <div className="flex items-center gap-1">
      {hasPicture ? (
        <Button
          look="primary"
          size="sm"
          className="mr-auto h-8"
          title="Download (D)"
          onClick={actions.download}
        >
          <Download size={15} aria-hidden />
          Download
        </Button>
      ) : null}
      <Button
        look="quiet"
        size="icon"
        aria-label="Favourite"
        aria-pressed={record.favourite}
        title="Favourite (F)"
        onClick={actions.favourite}
      >
        <Heart
          size={17}
          aria-hidden
          className={record.favourite ? 'fill-accent text-accent' : ''}
        />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Compare"
        title="Compare (C)"
        disabled={!onCompare}
        onClick={onCompare}
      >
        <GitCompare size={17} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Boards"
        title="Lay on boards"
        onClick={() => setBoards(true)}
      >
        <FolderHeart size={17} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Delete"
        title="Delete (Del)"
        className="hover:text-danger"
        onClick={actions.remove}
      >
        <Trash2 size={17} aria-hidden />
      </Button>
      {boards ? <BoardsDialog chosen={[entryOf(record)]} onClose={() => setBoards(false)} /> : null}
    </div>
  )
}
