import { database } from '../database'
import { toStoredBytes } from './blob-support'
import { toBlob } from './stored-bytes'

/**
 * The files of a job that made several, but for the first, which is the original. They lie beside the record's previews,
 * under negative numbers: so they go with it, and no database has to be upgraded.
 */
const keyOf = (id: string, at: number): [string, number] => [id, -at]

/** @param at which file of the job, from 1: 0 is the original */
export async function readOtherFile(id: string, at: number): Promise<Blob | undefined> {
  const stored = await (await database()).get('previews', keyOf(id, at))
  return stored && toBlob(stored)
}

/** Writes nothing for a record that was removed meanwhile. */
export async function writeOtherFile(id: string, at: number, file: Blob): Promise<void> {
  const stored = await toStoredBytes(file)
  const transaction = (await database()).transaction(['records', 'previews'], 'readwrite')
  const write = async () => {
    const exists = await transaction.objectStore('records').getKey(id)
    if (exists) await transaction.objectStore('previews').put(stored, keyOf(id, at))
  }
  await Promise.all([write(), transaction.done])
}

/** As `mergeRecords` takes it, among the previews. */
export const asMergedPreview = (at: number, bytes: Blob) => ({ at: -at, bytes })
