import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { StoredExperiment } from '../experiment/stored-experiment'
import type { Board } from '../record/board'
import type { Entry } from '../record/entry'
import type { GalleryRecord } from '../record/record'
import { upgrade } from './upgrade'

export interface Schema extends DBSchema {
  records: {
    key: string
    value: GalleryRecord
    /** Only records that are deleted have a number in `deletedAt`, so the index holds no others. */
    indexes: { createdAt: number; kind: string; deletedAt: number }
  }
  entries: { key: string; value: Entry }
  boards: { key: string; value: Board }
  experiments: { key: string; value: StoredExperiment }
  originals: { key: string; value: Blob }
  thumbnails: { key: string; value: Blob }
  /** Previews, by record and index in its `previews`. */
  previews: { key: [id: string, at: number]; value: Blob }
}

/** The keys of all previews of a record. */
export const previewsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])

export type Database = IDBPDatabase<Schema>

const version = 5

let opened: Promise<Database> | undefined

/** The one connection of this tab. It closes when another tab brings a newer version. */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

const open = () =>
  openDB<Schema>('krea-playground', version, {
    upgrade: (db, from, _to, transaction) => upgrade(db, from, transaction),
    blocking(_current, _blocked, event) {
      opened = undefined
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated() {
      opened = undefined
    },
  })
