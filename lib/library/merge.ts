import { entryOf } from '../record/entry'
import { type GalleryRecord, parseRecord, pictureOf } from '../record/record'
import { changes, type RecordChange } from './changes'
import { database } from './database'
import { filesOf, type PictureBytes, readRecord } from './records'
import { commit } from './storage/commit'
import { findDamaged } from './storage/find-damaged'
import { type FileToWrite, writeFiles } from './storage/write-files'

export type RecordToMerge = {
  record: GalleryRecord
  bytes: PictureBytes | null
  /** Previews, each with its index in the record's `previews`. */
  previews: { at: number; bytes: Blob }[]
}

/**
 * Adds records by id, in one transaction, once their bytes are known to be in the database. Existing records are
 * never overwritten; but lost or damaged files come back, and so does a record that was just deleted.
 * @throws QuotaExceededError if their bytes do not fit
 */
export async function mergeRecords(
  merged: RecordToMerge[],
): Promise<{ added: number; present: number }> {
  const missing: RecordToMerge[] = []
  const files: FileToWrite[] = []
  const own = await Promise.all(merged.map(({ record }) => readRecord(record.id)))
  for (const [at, one] of merged.entries()) {
    const lost = await missingFiles(one, own[at])
    if (lost.length === 0 && !isMissing(one, own[at])) continue
    missing.push(one)
    files.push(...lost)
  }
  if (files.length > 0) await writeFiles(files)
  const transaction = (await database()).transaction(['records', 'entries'], 'readwrite')
  const records = transaction.objectStore('records')
  const changed: RecordChange[] = []
  const mergeOne = async ({ record }: RecordToMerge) => {
    const before = parseRecord(await records.get(record.id))
    const after = before ? restored(before, record) : record
    changed.push({ id: record.id, from: before?.state.kind ?? null, to: after.state.kind })
    await Promise.all([records.put(after), transaction.objectStore('entries').put(entryOf(after))])
  }
  await commit(transaction, Promise.all(missing.map(mergeOne)))
  if (changed.length > 0) changes.emit({ kind: 'records', records: changed, entriesChanged: true })
  return { added: missing.length, present: merged.length - missing.length }
}

function isMissing({ bytes }: RecordToMerge, own: GalleryRecord | undefined): boolean {
  return !own || own.deletedAt !== null || (lacksOriginal(own) && bytes?.original != null)
}

const lacksOriginal = (record: GalleryRecord): boolean => pictureOf(record)?.original === false

const restored = (own: GalleryRecord, { state }: GalleryRecord): GalleryRecord => ({
  ...own,
  deletedAt: null,
  state: lacksOriginal(own) ? state : own.state,
})

/** Previews went with an original that was deleted to free space; else they can be missed. */
async function missingFiles(
  merged: RecordToMerge,
  own: GalleryRecord | undefined,
): Promise<FileToWrite[]> {
  const files = filesToMerge(merged)
  if (!own) return files
  if (lacksOriginal(own)) return files.filter(({ store }) => store !== 'thumbnails')
  return pictureOf(own) ? findDamaged(files.filter(({ store }) => store !== 'previews')) : []
}

const filesToMerge = ({ record: { id }, bytes, previews }: RecordToMerge): FileToWrite[] => [
  ...(bytes ? filesOf(id, bytes) : []),
  ...previews.map(
    ({ at, bytes }): FileToWrite => ({ store: 'previews', key: [id, at], file: bytes }),
  ),
]
