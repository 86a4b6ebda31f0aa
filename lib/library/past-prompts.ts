import { database } from './database'
import { readRecord } from './records'

const mostRecords = 500

/** What the newest pictures were asked for with, the newest first, each prompt once. */
export async function readPastPrompts(): Promise<string[]> {
  const ids = (await (await database()).getAllKeys('entries')).slice(-mostRecords).reverse()
  const records = await Promise.all(ids.map(readRecord))
  return [...new Set(records.flatMap((record) => record?.prompt || []))]
}
