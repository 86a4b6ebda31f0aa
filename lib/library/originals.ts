import { type GalleryRecord, parseRecord, pictureOf } from '../record/record'
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
    const picture = originalOf(parseRecord(cursor.value), before)
    if (picture) size.count += 1
    size.bytes += picture?.bytes ?? 0
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
    if (record && originalOf(record, before)) {
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

function originalOf(record: GalleryRecord | undefined, before: number) {
  const picture = record && record.createdAt < before ? pictureOf(record) : null
  return picture?.original ? picture : undefined
}

function withoutOriginal(record: GalleryRecord): GalleryRecord {
  const { state } = record
  if (state.kind !== 'done') return record
  return { ...record, state: { ...state, picture: { ...state.picture, original: false } } }
}
