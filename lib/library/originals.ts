import { type GalleryRecord, otherFilesOf, parseRecord, pictureOf } from '../record/record'
import { database, previewsOf } from './database'
import { setStorageState } from './quota'
import { changeRecords } from './records'

/** How many originals there are, and their bytes. */
export type OriginalsSize = { count: number; bytes: number }

/** @param before only pictures made before this time, in ms since 1970 */
export async function measureOriginals(before: number): Promise<OriginalsSize> {
  const size = { count: 0, bytes: 0 }
  const { store } = (await database()).transaction('records')
  let cursor = await store.openCursor()
  while (cursor) {
    const bytes = originalBytes(parseRecord(cursor.value), before)
    if (bytes !== null) size.count += 1
    size.bytes += bytes ?? 0
    cursor = await cursor.continue()
  }
  return size
}

/**
 * Deletes the originals and previews of pictures made before a time; records and thumbnails stay. The bytes go
 * first: a full disk has no space for the records before.
 */
export async function deleteOriginals(before: number): Promise<void> {
  const ids: string[] = []
  const stores = ['records', 'originals', 'previews'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  let cursor = await transaction.objectStore('records').openCursor()
  while (cursor) {
    const record = parseRecord(cursor.value)
    if (record && originalBytes(record, before) !== null) {
      await transaction.objectStore('originals').delete(record.id)
      await transaction.objectStore('previews').delete(previewsOf(record.id))
      ids.push(record.id)
    }
    cursor = await cursor.continue()
  }
  await transaction.done
  await changeRecords(ids, withoutOriginal)
  setStorageState(false)
}

/** With those of the job's other files. Null where there is no original, or not one to be deleted. */
function originalBytes(record: GalleryRecord | undefined, before: number): number | null {
  const picture = record && record.createdAt < before ? pictureOf(record) : null
  if (!record || !picture?.original) return null
  return [picture, ...otherFilesOf(record)].reduce((sum, { bytes }) => sum + bytes, 0)
}

function withoutOriginal(record: GalleryRecord): GalleryRecord {
  const { state } = record
  if (state.kind !== 'done') return record
  const picture = { ...state.picture, original: false }
  const others = state.others?.map((file) => ({ ...file, original: false }))
  return { ...record, state: { ...state, picture, ...(others && { others }) } }
}
