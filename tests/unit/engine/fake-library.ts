import { type Change, createChanges, type RecordChange } from '@/lib/library/changes'
import { type GalleryRecord, startOf } from '@/lib/record/record'
import { isOpen } from '@/lib/record/record-state'

/** Records in memory, which report their changes as the library does. */
export function fakeLibrary(channel: BroadcastChannel | null = null) {
  const changes = createChanges(channel)
  const records = new Map<string, GalleryRecord>()
  const unreadable = new Set<string>()

  const readRecord = async (id: string) => {
    if (unreadable.has(id)) throw new Error(`${id} cannot be read`)
    return records.get(id)
  }
  const readOpenRecords = async () => {
    if (unreadable.has('all')) throw new Error('the records cannot be read')
    return [...records.values()]
      .filter(({ state }) => isOpen(state.kind))
      .toSorted((a, b) => startOf(a) - startOf(b))
  }

  /** Writes records in one transaction: one change for all of them. */
  function write(...written: GalleryRecord[]): void {
    const list = written.map((record): RecordChange => {
      const from = records.get(record.id)?.state.kind ?? null
      records.set(record.id, record)
      return { id: record.id, from, to: record.state.kind }
    })
    const change: Change = { kind: 'records', records: list, entriesChanged: true }
    changes.emit(change)
  }

  function remove(id: string): void {
    records.delete(id)
    changes.emit({ kind: 'records', records: [{ id, from: null, to: null }], entriesChanged: true })
  }

  return {
    subscribe: changes.subscribe,
    readRecord,
    readOpenRecords,
    write,
    remove,
    unreadable,
    records,
  }
}
