import { readEntries } from './entries'
import { readRecord } from './store'

const mostRecords = 500

/** What the newest pictures were asked for with, the newest first, each prompt once. */
export async function readPastPrompts(): Promise<string[]> {
  const entries = await readEntries()
  const records = await Promise.all(entries.slice(0, mostRecords).map(({ id }) => readRecord(id)))
  return [...new Set(records.flatMap((record) => record?.prompt || []))]
}
