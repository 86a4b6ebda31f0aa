import { entryOf } from '../record/entry'
import { type GalleryRecord, jobOf, parseRecord } from '../record/record'
import { openKinds } from '../record/record-state'
import { changes, type RecordChange } from './changes'
import { database, previewsOf } from './database'
import { isQuotaError, setStorageState, unlessFull } from './quota'
import { commit } from './storage/commit'
import { readTogether } from './storage/read-together'
import { toBlob } from './storage/stored-bytes'
import { type FileToWrite, writeFiles } from './storage/write-files'

export async function readRecord(id: string): Promise<GalleryRecord | undefined> {
  return parseRecord(await readTogether('records', id))
}

/** Records that the engine still has to bring to their end. */
export async function readOpenRecords(): Promise<GalleryRecord[]> {
  const { store } = (await database()).transaction('records')
  const found = await Promise.all(openKinds.map((kind) => store.index('kind').getAll(kind)))
  return found.flat().flatMap((value) => parseRecord(value) ?? [])
}

/** The record of a job, also where it is hidden. */
export async function findByJob(jobId: string): Promise<GalleryRecord | undefined> {
  const all = (await (await database()).getAll('records')).flatMap((it) => parseRecord(it) ?? [])
  return all.find((record) => jobOf(record)?.id === jobId)
}

/** Undefined also for an empty file: no picture is, so its bytes are lost. */
export async function readBlob(
  store: 'originals' | 'thumbnails',
  id: string,
): Promise<Blob | undefined> {
  const stored = await readTogether(store, id)
  const blob = stored && toBlob(stored)
  return blob?.size ? blob : undefined
}

/** Adds new records in one transaction, so that they show at the same moment. */
export async function addRecords(added: GalleryRecord[]): Promise<void> {
  const transaction = (await database()).transaction(['records', 'entries'], 'readwrite')
  const writes = added.flatMap((record) => [
    transaction.objectStore('records').add(record),
    transaction.objectStore('entries').add(entryOf(record)),
  ])
  await commit(transaction, Promise.all(writes)).catch(reportIfFull)
  const records = added.map(({ id, state }) => ({ id, from: null, to: state.kind }))
  changes.emit({ kind: 'records', records, entriesChanged: true })
}

/** `original` is null where only the thumbnail is stored. */
export type PictureBytes = { original: Blob | null; thumbnail: Blob }

export const filesOf = (id: string, { original, thumbnail }: PictureBytes): FileToWrite[] => [
  ...(original ? [{ store: 'originals' as const, key: id, file: original }] : []),
  { store: 'thumbnails', key: id, file: thumbnail },
]

type RecordEdit = (record: GalleryRecord) => GalleryRecord

/**
 * Reads a record, changes it and writes it in one transaction, once its bytes are known to be in the database.
 * @returns the record after the change, or undefined when it was deleted meanwhile.
 */
export async function changeRecord(
  id: string,
  change: RecordEdit,
  bytes?: PictureBytes,
): Promise<GalleryRecord | undefined> {
  if (bytes) await writeFiles(filesOf(id, bytes), id)
  const [record] = await changeEach([id], change)
  return record
}

/** Changes all records or, where the storage is full, none: the gallery then says so. */
export async function changeRecords(ids: string[], change: RecordEdit): Promise<void> {
  await changeEach(ids, change).catch(unlessFull)
}

async function changeEach(ids: string[], change: RecordEdit) {
  const transaction = (await database()).transaction(['records', 'entries'], 'readwrite')
  const records = transaction.objectStore('records')
  const entries = transaction.objectStore('entries')
  let entriesChanged = false
  const changed: RecordChange[] = []

  const changeOne = async (id: string): Promise<GalleryRecord | undefined> => {
    const before = parseRecord(await records.get(id))
    const after = before && change(before)
    if (!after || after === before) return after
    changed.push({ id, from: before.state.kind, to: after.state.kind })
    const writes: Promise<unknown>[] = [records.put(after)]
    const hides = after.deletedAt !== null
    if (hides !== (before.deletedAt !== null) || !(hides || hasSameEntry(before, after))) {
      entriesChanged = true
      writes.push(hides ? entries.delete(id) : entries.put(entryOf(after)))
    }
    await Promise.all(writes)
    return after
  }
  const after = await commit(transaction, Promise.all(ids.map(changeOne))).catch(reportIfFull)
  if (changed.length > 0) changes.emit({ kind: 'records', records: changed, entriesChanged })
  return after
}

/** Removes a record with its picture, at once and for good. */
export const removeRecord = (id: string): Promise<void> => removeRecords([id])

export async function removeRecords(ids: string[]): Promise<void> {
  const stores = ['records', 'entries', 'originals', 'thumbnails'] as const
  const transaction = (await database()).transaction([...stores, 'previews' as const], 'readwrite')
  await Promise.all([
    ...ids.flatMap((id) => stores.map((store) => transaction.objectStore(store).delete(id))),
    ...ids.map((id) => transaction.objectStore('previews').delete(previewsOf(id))),
    transaction.done,
  ])
  const removed = ids.map((id) => ({ id, from: null, to: null }))
  changes.emit({ kind: 'records', records: removed, entriesChanged: true })
}

/** The transaction wrote nothing then. */
function reportIfFull(error: unknown): never {
  if (isQuotaError(error)) setStorageState(true)
  throw error
}

const hasSameEntry = (before: GalleryRecord, after: GalleryRecord): boolean =>
  JSON.stringify(entryOf(before)) === JSON.stringify(entryOf(after))
