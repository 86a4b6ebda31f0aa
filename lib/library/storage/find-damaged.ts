import { database } from '../database'
import { hasSameBytes, toBlob } from './stored-bytes'
import type { FileToWrite } from './write-files'

/** Those of the files that are missing in the database, or not whole there. A whole thumbnail may be another one. */
export async function findDamaged(files: FileToWrite[]): Promise<FileToWrite[]> {
  const damaged = await Promise.all(
    files.map(async (file) => ((await isIntact(file)) ? [] : [file])),
  )
  return damaged.flat()
}

async function isIntact({ store, key, file }: FileToWrite): Promise<boolean> {
  const stored = await (await database()).get(store, key)
  if (!stored) return false
  const blob = toBlob(stored)
  return store === 'thumbnails' ? isWhole(blob) : hasSameBytes(blob, file)
}

/** Earlier versions let WebKit store a picture of a backup as the whole backup, under the size of the picture. */
async function isWhole(blob: Blob): Promise<boolean> {
  const bytes = await blob.arrayBuffer().catch(() => null)
  return blob.size > 0 && bytes?.byteLength === blob.size
}
