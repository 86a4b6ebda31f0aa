import { CheckCheck, Download, FolderHeart, GitCompare, Heart, Trash2, X } from 'lucide-react'
import { type ReactNode, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { openCompare } from '@/components/viewer/address'
import { grouped } from '@/lib/grouped'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import type { Entry } from '@/lib/record/entry'
import { showNotice } from '../notices/notice'
import { Bar } from './toolbar'

const BoardsDialog = lazyPart(() =>
  import('../boards/boards-dialog').then((file) => file.BoardsDialog),
)

type Props = { chosen: Entry[]; onAll: () => void; onClear: () => void }

/** Stands where the toolbar was while anything is chosen: what can be done with all of it. */
export function SelectionBar({ chosen, onAll, onClear }: Props) {
  const [boards, setBoards] = useState(false)
  const [zipping, start] = useTransition()
  const none = chosen.length === 0
  const comparable = chosen.filter(({ kind }) => kind === 'done').map(({ id }) => id)
  const download = () =>
    start(async () => {
      const { exportZip } = await import('@/lib/transfer/export-zip')
      await exportZip(chosen.map(({ id }) => id)).then(
        (words) => words && showNotice(words),
        () => showNotice('The zip could not be written. The pictures are still here.'),
      )
    })
  const remove = () => {
    void deleteRecords(chosen.map(({ id }) => id))
    onClear()
  }
  return (
    <Bar>
      <Button look="quiet" size="icon" aria-label="Clear the selection" onClick={onClear}>
        <X size={16} aria-hidden />
      </Button>
      <p role="status" className="px-1 font-medium text-[0.8125rem] tabular-nums">
        {grouped(chosen.length)} <span className="max-sm:sr-only">selected</span>
      </p>
      <Action label="Select all" onClick={onAll}>
        <CheckCheck size={15} aria-hidden />
      </Action>
      <span className="ml-auto" />
      <Action
        label={zipping ? 'Zipping…' : 'Download'}
        disabled={none || zipping}
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
      <Action label="Boards" disabled={none} onClick={() => setBoards(true)}>
        <FolderHeart size={15} aria-hidden />
      </Action>
      <Action label="Favourite" disabled={none} onClick={() => void toggleFavourites(chosen)}>
        <Heart size={15} aria-hidden />
      </Action>
      <Action label="Delete" disabled={none} onClick={remove}>
        <Trash2 size={15} aria-hidden />
      </Action>
      {boards ? <BoardsDialog chosen={chosen} onClose={() => setBoards(false)} /> : null}
    </Bar>
  )
}

type ActionProps = {
  label: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

/** A word and its sign; where there is little room, the sign alone. */
const Action = ({ label, children, ...rest }: ActionProps) => (
  <Button look="quiet" size="sm" title={label} {...rest}>
    {children}
    <span className="max-xl:sr-only">{label}</span>
  </Button>
)
