import { entryOf } from '../record/entry'
import { type GalleryRecord, parseRecord, pictureOf } from '../record/record'
import { announceChange } from './changes'
import { database } from './database'
import type { Bytes } from './records'

export type Merged = {
  record: GalleryRecord
  bytes: Bytes | null
  /** Pictures on the way, each with its place among the record's `previews`. */
  previews: { at: number; bytes: Blob }[]
}

/**
 * Adds records by id, in one transaction. Of a record that is here nothing is overwritten; but an
 * original that it lost comes back, and so does one that was just deleted.
 */
export async function mergeRecords(merged: Merged[]): Promise<{ added: number; present: number }> {
  const stores = ['records', 'entries', 'originals', 'thumbnails', 'previews'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  const records = transaction.objectStore('records')
  const count = { added: 0, present: 0 }

  const write = ({ record, bytes, previews }: Merged) => [
    records.put(record),
    transaction.objectStore('entries').put(entryOf(record)),
    bytes?.original && transaction.objectStore('originals').put(bytes.original, record.id),
    bytes && transaction.objectStore('thumbnails').put(bytes.thumbnail, record.id),
    ...previews.map((preview) =>
      transaction.objectStore('previews').put(preview.bytes, [record.id, preview.at]),
    ),
  ]
  const mergeOne = async ({ record, bytes, previews }: Merged) => {
    const own = parseRecord(await records.get(record.id))
    const lacksOriginal = own && pictureOf(own)?.original === false
    if (own && own.deletedAt === null && !(lacksOriginal && bytes?.original)) {
      count.present += 1
      return
    }
    count.added += 1
    const back = own && { ...own, deletedAt: null, state: lacksOriginal ? record.state : own.state }
    await Promise.all(write({ record: back ?? record, bytes, previews }))
  }
  await Promise.all([...merged.map(mergeOne), transaction.done])
  announceChange(merged.map(({ record }) => record.id))
  return count
}
