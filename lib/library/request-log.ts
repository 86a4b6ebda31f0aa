import { type DBSchema, openDB } from 'idb'
import type { LoggedRequest } from '../api/request-log'
import type { RunTimes } from '../record/run-times'

export type SavedRequest = LoggedRequest & { seq?: number }

interface Schema extends DBSchema {
  times: { key: string; value: RunTimes }
  exchanges: {
    key: number
    value: SavedRequest
    indexes: { about: string; at: number }
  }
}

/** What was measured on the way. Apart from the gallery, for it may be lost without harm. */
const journal = () => {
  opened ??= openDB<Schema>('krea-playground-journal', 1, {
    upgrade(db) {
      db.createObjectStore('times', { keyPath: 'key' })
      const exchanges = db.createObjectStore('exchanges', { keyPath: 'seq', autoIncrement: true })
      exchanges.createIndex('about', 'about', { multiEntry: true })
      exchanges.createIndex('at', 'at')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

let opened: ReturnType<typeof openDB<Schema>> | undefined

export const readRunTimes = async (key: string) => (await journal()).get('times', key)

export const readAllRunTimes = async () => (await journal()).getAll('times')

/** Reads a model's times, changes them and writes them, in one transaction. */
export async function changeRunTimes(key: string, change: (learnt?: RunTimes) => RunTimes) {
  const transaction = (await journal()).transaction('times', 'readwrite')
  await transaction.store.put(change(await transaction.store.get(key)))
  await transaction.done
}

export async function saveLoggedRequest(exchange: LoggedRequest): Promise<void> {
  await (await journal()).add('exchanges', exchange)
}

/** Everything that was sent for a record or its job, in order. */
export async function readLoggedRequests(ids: string[]): Promise<LoggedRequest[]> {
  const db = await journal()
  const found = await Promise.all(ids.map((id) => db.getAllFromIndex('exchanges', 'about', id)))
  const bySeq = new Map(found.flat().map((exchange) => [exchange.seq, exchange]))
  return [...bySeq.values()].sort((a, b) => a.at - b.at)
}

/** Forgets what is older than `before`, in ms since 1970. */
export async function deleteLoggedRequestsBefore(before: number): Promise<void> {
  const transaction = (await journal()).transaction('exchanges', 'readwrite')
  const old = await transaction.store.index('at').getAllKeys(IDBKeyRange.upperBound(before))
  await Promise.all([...old.map((key) => transaction.store.delete(key)), transaction.done])
}
