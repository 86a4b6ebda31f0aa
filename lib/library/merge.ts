import { entryOf } from '../record/entry'
import { type GalleryRecord, parseRecord, pictureOf } from '../record/record'
import { changes, type RecordChange } from './changes'
import { database } from './database'
import type { PictureBytes } from './records'

export type RecordToMerge = {
  record: GalleryRecord
  bytes: PictureBytes | null
  /** Previews, each with its index in the record's `previews`. */
  previews: { at: number; bytes: Blob }[]
}

/**
 * Adds records by id, in one transaction. Existing records are never overwritten; but a lost original comes
 * back, and so does a record that was just deleted.
 */
export async function mergeRecords(
  merged: RecordToMerge[],
): Promise<{ added: number; present: number }> {
  const stores = ['records', 'entries', 'originals', 'thumbnails', 'previews'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  const records = transaction.objectStore('records')
  const count = { added: 0, present: 0 }
  const changed: RecordChange[] = []

  const write = ({ record, bytes, previews }: RecordToMerge) => [
    records.put(record),
    transaction.objectStore('entries').put(entryOf(record)),
    bytes?.original && transaction.objectStore('originals').put(bytes.original, record.id),
    bytes && transaction.objectStore('thumbnails').put(bytes.thumbnail, record.id),
    ...previews.map((preview) =>
      transaction.objectStore('previews').put(preview.bytes, [record.id, preview.at]),
    ),
  ]
  const mergeOne = async ({ record, bytes, previews }: RecordToMerge) => {
    const own = parseRecord(await records.get(record.id))
    const lacksOriginal = own && pictureOf(own)?.original === false
    if (own && own.deletedAt === null && !(lacksOriginal && bytes?.original)) {
      count.present += 1
      return
    }
    count.added += 1
    const restored = own
      ? { ...own, deletedAt: null, state: lacksOriginal ? record.state : own.state }
      : record
    changed.push({ id: record.id, from: own?.state.kind ?? null, to: restored.state.kind })
    await Promise.all(write({ record: restored, bytes, previews }))
  }
  await Promise.all([...merged.map(mergeOne), transaction.done])
  if (changed.length > 0) changes.emit({ kind: 'records', records: changed, listed: true })
  return count
}
