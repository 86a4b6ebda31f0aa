import type { IDBPTransaction, StoreNames } from 'idb'
import { entryOf } from '../record/entry'
import type { Database, Schema } from './database'

type Change = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>

/**
 * Brings a database of any earlier version (0: none) to this one. All of it happens in one transaction:
 * if the page goes away in between, nothing has happened.
 */
export async function upgrade(db: Database, from: number, change: Change): Promise<void> {
  if (from < 1) {
    const records = db.createObjectStore('records', { keyPath: 'id' })
    records.createIndex('createdAt', 'createdAt')
    records.createIndex('kind', 'state.kind')
    db.createObjectStore('entries', { keyPath: 'id' })
    db.createObjectStore('originals')
    db.createObjectStore('thumbnails')
  }
  if (from < 2) {
    db.createObjectStore('boards', { keyPath: 'id' })
    change.objectStore('records').createIndex('deletedAt', 'deletedAt')
  }
  if (from < 4) db.createObjectStore('previews')
  if (from < 3) await describe(change)
}

/** Versions 2 and 3 list more of each record than its shape; what it does not know has its default. */
async function describe(change: Change): Promise<void> {
  const entries = change.objectStore('entries')
  let cursor = await change.objectStore('records').openCursor()
  while (cursor) {
    await entries.put(entryOf({ ...added, ...cursor.value }))
    cursor = await cursor.continue()
  }
}

const added = { favourite: false, boards: [], parents: [] }
