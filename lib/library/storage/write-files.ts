import { database } from '../database'
import { toStoredBytes } from './blob-support'
import { commit, fullError } from './commit'
import { hasSameBytes, toBlob } from './stored-bytes'

type Place =
  | { store: 'originals' | 'thumbnails'; key: string }
  | { store: 'previews'; key: [id: string, at: number] }

/** A file and its place in the database. */
export type FileToWrite = Place & { file: Blob }

/**
 * Writes files and reads them back: not every browser reports that the disk did not take one. A second attempt helps
 * if a file that was left behind had the name: the first one deletes it.
 * @param recordId if this record was removed meanwhile, nothing is written
 * @throws QuotaExceededError if a file does not come back as it was; none of them stays then
 */
export async function writeFiles(files: FileToWrite[], recordId?: string): Promise<void> {
  if (await tryToWrite(files, recordId)) return
  if (await tryToWrite(files, recordId)) return
  throw fullError()
}

async function tryToWrite(files: FileToWrite[], recordId?: string): Promise<boolean> {
  await putFiles(files, recordId)
  for (const file of files) {
    if (await isWritten(file)) continue
    // A full disk may refuse that too.
    await deleteFiles(files).catch(() => undefined)
    return false
  }
  return true
}

async function putFiles(files: FileToWrite[], recordId?: string): Promise<void> {
  const stored = await Promise.all(
    files.map(async ({ file, ...place }) => ({ ...place, bytes: await toStoredBytes(file) })),
  )
  const stores = new Set(['records' as const, ...files.map(({ store }) => store)])
  const transaction = (await database()).transaction([...stores], 'readwrite')
  const put = async () => {
    if (recordId && !(await transaction.objectStore('records').getKey(recordId))) return
    const puts = stored.map(({ store, key, bytes }) =>
      transaction.objectStore(store).put(bytes, key),
    )
    await Promise.all(puts)
  }
  await commit(transaction, put())
}

/** True also if nothing lies there: the record was removed. */
async function isWritten({ store, key, file }: FileToWrite): Promise<boolean> {
  const stored = await (await database()).get(store, key)
  return !stored || hasSameBytes(toBlob(stored), file)
}

async function deleteFiles(files: FileToWrite[]): Promise<void> {
  const stores = new Set(files.map(({ store }) => store))
  const transaction = (await database()).transaction([...stores], 'readwrite')
  const deletes = files.map(({ store, key }) => transaction.objectStore(store).delete(key))
  await Promise.all([...deletes, transaction.done])
}
