import { type DBSchema, openDB, unwrap } from 'idb'
import type { LoggedRequest } from '../api/request-log'
import type { RunTimes } from '../record/run-times'
import { handleDone } from './storage/handle-done'

export type SavedRequest = LoggedRequest & { seq?: number }

interface Schema extends DBSchema {
  times: { key: string; value: RunTimes }
  exchanges: {
    key: number
    value: SavedRequest
    indexes: { about: string; at: number }
  }
}

/** A database of its own: it may be lost without harm. Its names are stored data. */
const logDatabase = () => {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

let opened: ReturnType<typeof open> | undefined

async function open() {
  const db = await openDB<Schema>('krea-playground-journal', 1, {
    upgrade(created) {
      created.createObjectStore('times', { keyPath: 'key' })
      const exchanges = created.createObjectStore('exchanges', {
        keyPath: 'seq',
        autoIncrement: true,
      })
      exchanges.createIndex('about', 'about', { multiEntry: true })
      exchanges.createIndex('at', 'at')
    },
    terminated() {
      opened = undefined
    },
  })
  handleDone(unwrap(db))
  return db
}

export const readRunTimes = async (key: string) => (await logDatabase()).get('times', key)

export const readAllRunTimes = async () => (await logDatabase()).getAll('times')

/** Reads a model's times, changes them and writes them, in one transaction. */
export async function changeRunTimes(key: string, change: (before?: RunTimes) => RunTimes) {
  const transaction = (await logDatabase()).transaction('times', 'readwrite')
  await transaction.store.put(change(await transaction.store.get(key)))
  await transaction.done
}

export async function saveLoggedRequest(logged: LoggedRequest): Promise<void> {
  await (await logDatabase()).add('exchanges', logged)
}

/** All requests for a record or its job, in order. */
export async function readLoggedRequests(ids: string[]): Promise<LoggedRequest[]> {
  const db = await logDatabase()
  const found = await Promise.all(ids.map((id) => db.getAllFromIndex('exchanges', 'about', id)))
  const bySeq = new Map(found.flat().map((logged) => [logged.seq, logged]))
  return [...bySeq.values()].sort((a, b) => a.at - b.at)
}

/** @param before in ms since 1970 */
export async function deleteLoggedRequestsBefore(before: number): Promise<void> {
  const transaction = (await logDatabase()).transaction('exchanges', 'readwrite')
  const old = await transaction.store.index('at').getAllKeys(IDBKeyRange.upperBound(before))
  await Promise.all([...old.map((key) => transaction.store.delete(key)), transaction.done])
}
