import { parseRecord } from '../record/record'
import { isInFlight } from '../record/record-state'
import { database } from './database'
import { setStorageState } from './quota'
import { changeRecords, removeRecords } from './records'

/** How long a deletion can be undone. */
export const undoMs = 10_000

/** The ids hidden by one deletion, and when. */
export type Deletion = { at: number; ids: string[] }

/**
 * Hides records at once; `purge` removes them for good. A job in flight stays: its picture will be paid for, and
 * needs a record.
 */
export const deleteRecords = (ids: string[], now = Date.now()): Promise<void> =>
  changeRecords(ids, (record) =>
    isInFlight(record.state.kind) || record.deletedAt !== null
      ? record
      : { ...record, deletedAt: now },
  )

export const undelete = (ids: string[]): Promise<void> =>
  changeRecords(ids, (record) => ({ ...record, deletedAt: null }))

/** The deletions that can be undone, oldest first. */
export async function readDeletions(): Promise<Deletion[]> {
  const { store } = (await database()).transaction('records')
  const records = (await store.index('deletedAt').getAll()).flatMap((it) => parseRecord(it) ?? [])
  const deletions = new Map<number, string[]>()
  for (const { id, deletedAt } of records)
    if (deletedAt !== null) deletions.set(deletedAt, [...(deletions.get(deletedAt) ?? []), id])
  return [...deletions].map(([at, ids]) => ({ at, ids }))
}

/** Removes the records of deletions that can no longer be undone. */
export async function purge(now = Date.now()): Promise<void> {
  const due = (await readDeletions()).filter(({ at }) => now - at >= undoMs)
  if (due.length === 0) return
  await removeRecords(due.flatMap(({ ids }) => ids))
  setStorageState(false)
}
