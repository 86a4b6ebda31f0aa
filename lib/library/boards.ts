import { type Board, boardSchema } from '../record/board'
import { uuid7 } from '../record/uuid'
import { changes } from './changes'
import { database } from './database'
import { changeRecords } from './records'

/** Every board, by name. */
export async function readBoards(): Promise<Board[]> {
  const values: unknown[] = await (await database()).getAll('boards')
  return values
    .flatMap((value) => boardSchema.safeParse(value).data ?? [])
    .sort((a, b) => a.name.localeCompare(b.name))
}

export async function addBoard(name: string): Promise<Board> {
  const now = Date.now()
  const board = { id: uuid7(now), name, createdAt: now }
  await putBoard(board)
  return board
}

export const renameBoard = (board: Board, name: string) => putBoard({ ...board, name })

/** Removes a board; its pictures stay in the gallery. */
export async function removeBoard(id: string): Promise<void> {
  const db = await database()
  const onBoard = (await db.getAll('entries')).filter(({ boards }) => boards.includes(id))
  await addToBoard(
    onBoard.map((entry) => entry.id),
    id,
    false,
  )
  await db.delete('boards', id)
  changes.emit({ kind: 'boards' })
}

/** Puts records on a board, or removes them from it. */
export const addToBoard = (ids: string[], board: string, on: boolean): Promise<void> =>
  changeRecords(ids, (record) => {
    if (record.boards.includes(board) === on) return record
    const others = record.boards.filter((id) => id !== board)
    return { ...record, boards: on ? [...others, board] : others }
  })

async function putBoard(board: Board): Promise<void> {
  await (await database()).put('boards', board)
  changes.emit({ kind: 'boards' })
}
