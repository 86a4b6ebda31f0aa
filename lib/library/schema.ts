import type { DBSchema, IDBPDatabase } from 'idb'
import type { StoredExperiment } from '../experiment/stored-experiment'
import type { Board } from '../record/board'
import type { Entry } from '../record/entry'
import type { GalleryRecord } from '../record/record'
import type { StoredBytes } from './storage/stored-bytes'

/** The stores of the gallery's database. Their names are stored data. */
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
  originals: { key: string; value: StoredBytes }
  thumbnails: { key: string; value: StoredBytes }
  /** Previews, by record and index in its `previews`. */
  previews: { key: [id: string, at: number]; value: StoredBytes }
}

export type Database = IDBPDatabase<Schema>
