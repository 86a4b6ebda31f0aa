import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import { addBoard, addToBoard, removeBoard, renameBoard } from '@/lib/library/boards'
import type { Board } from '@/lib/record/board'
import type { Entry } from '@/lib/record/entry'
import { showNotice } from '../notices/notice'
import { boardNotice } from './board-notice'
import { useBoards } from './use-boards'

type Props = {
  /** The pictures to add to boards. Without them the dialog renames and removes boards. */
  entries?: Entry[]
  onClose: () => void
}

export function BoardsDialog({ entries, onClose }: Props) {
  const boards = useBoards()
  return (
    <Dialog open onClose={onClose} title={entries ? 'Add to boards' : 'Boards'}>
      <div className="grid gap-4">
        {boards.length > 0 ? (
          <ul className="grid gap-1">
            {boards.map((board, index) => (
              <li key={board.id} className="flex items-center gap-2">
                {entries ? (
                  <BoardCheckbox board={board} entries={entries} isFirst={index === 0} />
                ) : (
                  <BoardEditor board={board} />
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">Boards group pictures. A picture can be on several.</p>
        )}
        <NewBoard entries={entries ?? []} isFirst={!entries || boards.length === 0} />
        {entries ? (
          <Button look="primary" className="justify-self-end" onClick={onClose}>
            Done
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}

type BoardCheckboxProps = { board: Board; entries: Entry[]; isFirst: boolean }

function BoardCheckbox({ board: { id, name }, entries, isFirst }: BoardCheckboxProps) {
  const count = entries.filter(({ boards }) => boards.includes(id)).length
  const all = count === entries.length
  return (
    <label className="flex min-h-9 flex-1 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-hover pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        data-autofocus={isFirst || undefined}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all
        }}
        onChange={() =>
          void addToBoard(
            entries.map((entry) => entry.id),
            id,
            !all,
          ).then(() => showNotice(boardNotice(entries.length, name, !all)))
        }
      />
      {name}
    </label>
  )
}

function BoardEditor({ board }: { board: Board }) {
  const [name, setName] = useState(board.name)
  const rename = () => {
    if (name.trim() === '') setName(board.name)
    else if (name.trim() !== board.name) void renameBoard(board, name.trim())
  }
  return (
    <>
      <TextInput
        aria-label={`Name of ${board.name}`}
        value={name}
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
        onBlur={rename}
        onKeyDown={({ key }) => key === 'Enter' && rename()}
      />
      <Button
        look="quiet"
        size="icon"
        aria-label={`Remove ${board.name}`}
        title="Remove the board. Its pictures stay."
        onClick={() => void removeBoard(board.id)}
      >
        <Trash2 size={15} aria-hidden />
      </Button>
    </>
  )
}

function NewBoard({ entries, isFirst }: { entries: Entry[]; isFirst: boolean }) {
  const [name, setName] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    setName('')
    const { id } = await addBoard(name.trim())
    await addToBoard(
      entries.map((entry) => entry.id),
      id,
      true,
    )
    if (entries.length > 0) showNotice(boardNotice(entries.length, name.trim(), true))
  }
  return (
    <form method="dialog" onSubmit={(event) => void add(event)} className="flex gap-2">
      <TextInput
        aria-label="Name of a new board"
        data-autofocus={isFirst || undefined}
        placeholder="New board"
        value={name}
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" size="sm" className="h-8" disabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
