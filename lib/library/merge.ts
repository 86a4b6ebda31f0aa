import { entryOf } from '../record/entry'
import { type GalleryRecord, parseRecord, pictureOf } from '../record/record'
import { changes, type RecordChange } from './changes'
import { database } from './database'
import { type PictureBytes, toStoredPicture } from './records'
import { toStoredBytes } from './storage/blob-support'

export type RecordToMerge = {
  record: GalleryRecord
  bytes: PictureBytes | null
  /** Previews, each with its index in the record's `previews`. */
  previews: { at: number; bytes: Blob }[]
}

type StoredRecord = Awaited<ReturnType<typeof toStored>>

/** With its bytes as the database takes them. */
async function toStored({ record, bytes, previews }: RecordToMerge) {
  return {
    record,
    bytes: bytes && (await toStoredPicture(bytes)),
    previews: await Promise.all(
      previews.map(async (preview) => ({
        at: preview.at,
        bytes: await toStoredBytes(preview.bytes),
      })),
    ),
  }
}

/**
 * Adds records by id, in one transaction. Existing records are never overwritten; but a lost original comes
 * back, and so does a record that was just deleted.
 */
export async function mergeRecords(
  merged: RecordToMerge[],
): Promise<{ added: number; present: number }> {
  const stored = await Promise.all(merged.map(toStored))
  const stores = ['records', 'entries', 'originals', 'thumbnails', 'previews'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  const records = transaction.objectStore('records')
  const count = { added: 0, present: 0 }
  const changed: RecordChange[] = []

  const write = ({ record, bytes, previews }: StoredRecord) => [
    records.put(record),
    transaction.objectStore('entries').put(entryOf(record)),
    bytes?.original && transaction.objectStore('originals').put(bytes.original, record.id),
    bytes && transaction.objectStore('thumbnails').put(bytes.thumbnail, record.id),
    ...previews.map((preview) =>
      transaction.objectStore('previews').put(preview.bytes, [record.id, preview.at]),
    ),
  ]
  const mergeOne = async ({ record, bytes, previews }: StoredRecord) => {
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
  await Promise.all([...stored.map(mergeOne), transaction.done])
  if (changed.length > 0) changes.emit({ kind: 'records', records: changed, entriesChanged: true })
  return count
}
