import { readEntries } from './entries'
import type { GalleryRecord } from './record'
import { readRecord } from './store'

const mostRecords = 120

/** The newest finished pictures whose bytes are kept in this browser. */
export async function readDonePictures(): Promise<GalleryRecord[]> {
  const entries = await readEntries()
  const records = await Promise.all(entries.slice(0, mostRecords).map(({ id }) => readRecord(id)))
  return records.flatMap((record) => (record?.state.kind === 'done' ? record : []))
}
