import type { IDBPTransaction, StoreNames } from 'idb'
import { type Entry, entryOf } from '../record/entry'
import type { GalleryRecord } from '../record/record'
import type { Database, Schema } from './schema'

type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>

/**
 * Brings a database of any earlier version (0: none) to this one, in one transaction: when the page closes in
 * between, nothing has changed.
 */
export async function upgrade(
  db: Database,
  from: number,
  change: UpgradeTransaction,
): Promise<void> {
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
  if (from < 5) db.createObjectStore('experiments', { keyPath: 'id' })
  // Last: what is awaited comes after all that changes the stores.
  if (from < 3) await writeEntries(change)
}

/** Versions 2 and 3 added fields to the entries. */
async function writeEntries(change: UpgradeTransaction): Promise<void> {
  const entries = change.objectStore('entries')
  let cursor = await change.objectStore('records').openCursor()
  while (cursor) {
    const entry = entryIfReadable({ ...added, ...cursor.value })
    if (entry) await entries.put(entry)
    cursor = await cursor.continue()
  }
}

/** One broken record must not keep the others from being brought up to date. */
function entryIfReadable(record: GalleryRecord): Entry | null {
  try {
    return entryOf(record)
  } catch {
    return null
  }
}

/** What records of earlier versions lack. */
const added = { favourite: false, boards: [], parents: [] }
