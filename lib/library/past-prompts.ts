import { database } from './database'
import { readRecord } from './records'

const maxRecords = 500

/** The prompts of the newest pictures, the newest first, each once. */
export async function readPastPrompts(): Promise<string[]> {
  const ids = (await (await database()).getAllKeys('entries')).slice(-maxRecords).reverse()
  const records = await Promise.all(ids.map(readRecord))
  return [...new Set(records.flatMap((record) => record?.prompt || []))]
}
