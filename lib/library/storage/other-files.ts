import { database } from '../database'
import { toBlob } from './stored-bytes'
import { writeFiles } from './write-files'

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
export const writeOtherFile = (id: string, at: number, file: Blob): Promise<void> =>
  writeFiles([{ store: 'previews', key: keyOf(id, at), file }], id)

/** As `mergeRecords` takes it, among the previews. */
export const asMergedPreview = (at: number, bytes: Blob) => ({ at: -at, bytes })
