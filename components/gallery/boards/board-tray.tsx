import { FolderHeart, Plus } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { addToBoard } from '@/lib/library/boards'
import type { Entry } from '@/lib/record/entry'
import { type Drag, useDrag } from '../grid/drag'
import { useBoardDrop } from '../grid/use-board-drop'
import { useFieldDrop } from '../grid/use-field-drop'
import { showNotice } from '../notices/notice'
import { boardNotice } from './board-notice'
import { useBoards } from './use-boards'

const BoardsDialog = lazyPart(() => import('./boards-dialog').then((file) => file.BoardsDialog))

/** Boards to drop pictures on, shown while pictures are dragged. */
export function BoardTray({ entries }: { entries: Entry[] }) {
  const drag = useDrag()
  const [newBoardIds, setNewBoardIds] = useState<string[] | null>(null)
  return (
    <>
      {drag ? <Tray drag={drag} onNew={setNewBoardIds} /> : null}
      {newBoardIds ? (
        <BoardsDialog
          entries={entries.filter(({ id }) => newBoardIds.includes(id))}
          onClose={() => setNewBoardIds(null)}
        />
      ) : null}
    </>
  )
}

/** The `data-board` of the target that creates a board. */
const newBoard = 'new'

function Tray({ drag, onNew }: { drag: Drag; onNew: (ids: string[]) => void }) {
  const { ids } = drag
  const boards = useBoards()
  const onDrop = useCallback(
    (to: string) => {
      if (to === newBoard) return onNew(ids)
      const name = boards.find(({ id }) => id === to)?.name ?? ''
      void addToBoard(ids, to, true).then(() => showNotice(boardNotice(ids.length, name, true)))
    },
    [boards, ids, onNew],
  )
  // Before the hook that ends the drag.
  useFieldDrop(drag)
  const { x, y, over } = useBoardDrop(drag, onDrop)
  return (
    <div className="fixed inset-0 z-40 cursor-grabbing select-none">
      <div className="absolute inset-x-3 bottom-4 mx-auto max-w-3xl lg:left-[calc(380px+0.75rem)] rounded-xl border bg-panel p-3 shadow-2xl">
        <p className="mb-2 text-muted text-xs">Drop on a board</p>
        <ul className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
          {boards.map(({ id, name }) => (
            <BoardTarget key={id} board={id} over={over === id}>
              <FolderHeart size={15} aria-hidden />
              {name}
            </BoardTarget>
          ))}
          <BoardTarget board={newBoard} over={over === newBoard}>
            <Plus size={15} aria-hidden />
            New board
          </BoardTarget>
        </ul>
      </div>
      <p
        className="pointer-events-none absolute top-2 left-3 rounded-md bg-ink px-2.5 py-1 font-medium text-page text-xs shadow-lg"
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        {formatCount(ids)}
      </p>
    </div>
  )
}

type TargetProps = { board: string; over: boolean; children: ReactNode }

const BoardTarget = ({ board, over, children }: TargetProps) => (
  <li
    data-board={board}
    className={`flex h-11 max-w-60 items-center gap-2 truncate rounded-lg border px-4 text-[0.8125rem] ${over ? 'border-accent bg-accent-soft' : 'border-line-strong border-dashed'}`}
  >
    {children}
  </li>
)

const formatCount = ({ length }: string[]) => (length === 1 ? '1 picture' : `${length} pictures`)
