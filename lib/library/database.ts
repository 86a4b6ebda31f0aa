import { openDB, unwrap } from 'idb'
import type { Database, Schema } from './schema'
import { databaseName, databaseVersion, maxOpeningMs } from './storage/existing-database'
import { handleDone } from './storage/handle-done'
import { limitTransactions } from './storage/transaction-limit'
import { upgrade } from './upgrade'

/** The keys of all previews of a record. */
export const previewsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])

let opened: Promise<Database> | undefined

/** The one connection of this tab. It closes when another tab brings a newer version. */
export async function database(): Promise<Database> {
  const known = await connection()
  if (isAlive(known)) return known
  opened = undefined
  return connection()
}

function connection(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Safari drops connections without a word: then no transaction can begin. */
function isAlive(db: Database): boolean {
  try {
    db.transaction('boards').abort()
    return true
  } catch {
    return false
  }
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const isLate = () => reject(new DOMException('The database does not open.', 'AbortError'))
    const timer = setTimeout(isLate, maxOpeningMs)
    openDatabase(() => clearTimeout(timer))
      .then((db) => {
        limitTransactions(unwrap(db))
        handleDone(unwrap(db))
        resolve(db)
      }, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** @param onUpgrade a large gallery may take its time for that */
const openDatabase = (onUpgrade: () => void) =>
  openDB<Schema>(databaseName, databaseVersion, {
    upgrade(db, from, _to, transaction) {
      onUpgrade()
      return upgrade(db, from, transaction)
    },
    blocking(_current, _blocked, event) {
      opened = undefined
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated() {
      opened = undefined
    },
  })
