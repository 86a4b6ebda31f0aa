import { FolderHeart, Plus } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { addToBoard } from '@/lib/library/boards'
import type { Entry } from '@/lib/record/entry'
import { type Drag, useDrag } from '../grid/drag'
import { useDrop } from '../grid/use-drop'
import { showNotice } from '../notices/notice'
import { useBoards } from './use-boards'

const BoardsDialog = lazyPart(() => import('./boards-dialog').then((file) => file.BoardsDialog))

/** Boards to drop pictures on; there only while some are dragged. */
export function BoardTray({ entries }: { entries: Entry[] }) {
  const drag = useDrag()
  const [asked, setAsked] = useState<string[] | null>(null)
  return (
    <>
      {drag ? <Tray drag={drag} onNew={setAsked} /> : null}
      {asked ? (
        <BoardsDialog
          chosen={entries.filter(({ id }) => asked.includes(id))}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}

/** What `data-board` is where there is none yet. */
const toBeNamed = 'new'

function Tray({ drag, onNew }: { drag: Drag; onNew: (ids: string[]) => void }) {
  const { ids } = drag
  const boards = useBoards()
  const onDrop = useCallback(
    (to: string) => {
      if (to === toBeNamed) return onNew(ids)
      const name = boards.find(({ id }) => id === to)?.name ?? ''
      void addToBoard(ids, to, true).then(() => showNotice(`${countWords(ids)} on ${name}.`))
    },
    [boards, ids, onNew],
  )
  const { x, y, over } = useDrop(drag, onDrop)
  return (
    <div className="fixed inset-0 z-40 cursor-grabbing select-none">
      <div className="absolute inset-x-3 bottom-4 mx-auto max-w-3xl lg:left-[calc(380px+0.75rem)] rounded-xl border bg-panel p-3 shadow-2xl">
        <p className="mb-2 text-muted text-xs">Drop on a board</p>
        <ul className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
          {boards.map(({ id, name }) => (
            <Target key={id} board={id} over={over === id}>
              <FolderHeart size={15} aria-hidden />
              {name}
            </Target>
          ))}
          <Target board={toBeNamed} over={over === toBeNamed}>
            <Plus size={15} aria-hidden />
            New board
          </Target>
        </ul>
      </div>
      <p
        className="pointer-events-none absolute top-2 left-3 rounded-md bg-ink px-2.5 py-1 font-medium text-page text-xs shadow-lg"
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        {countWords(ids)}
      </p>
    </div>
  )
}

type TargetProps = { board: string; over: boolean; children: ReactNode }

const Target = ({ board, over, children }: TargetProps) => (
  <li
    data-board={board}
    className={`flex h-11 max-w-60 items-center gap-2 truncate rounded-lg border px-4 text-[0.8125rem] ${over ? 'border-accent bg-accent-soft' : 'border-line-strong border-dashed'}`}
  >
    {children}
  </li>
)

const countWords = ({ length }: string[]) => (length === 1 ? '1 picture' : `${length} pictures`)
