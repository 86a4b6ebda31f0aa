import { downloadZip } from 'client-zip'
import { extensionOf } from '../file-kind'
import { readBoards } from '../library/boards'
import { database } from '../library/database'
import { readExperiments } from '../library/experiments'
import { readPreview } from '../library/previews'
import { readBlob, readRecord } from '../library/records'
import { readOtherFile } from '../library/storage/other-files'
import { type GalleryRecord, otherFilesOf } from '../record/record'
import { type Manifest, manifestName, manifestVersion } from './manifest'
import { saveStream } from './save-stream'

/**
 * Writes all records that can be read, boards, experiments, originals and thumbnails to one zip. The database holds
 * nothing else, so the backup holds no secret.
 * @param onProgress records written so far, and in all
 * @returns a sentence about the result; null when no file was chosen
 */
export async function backUp(onProgress: (done: number, all: number) => void) {
  const madeAt = new Date().toISOString()
  const name = `krea-playground-backup-${madeAt.slice(0, 19).replaceAll(':', '')}.zip`
  const ids = await (await database()).getAllKeys('entries')
  const boards = await readBoards()
  const manifest: Manifest = {
    format: 'krea-playground-backup',
    version: manifestVersion,
    madeAt,
    boards,
    experiments: await readExperiments(),
  }
  let unreadable = 0
  async function* files() {
    yield { name: manifestName, input: JSON.stringify(manifest) }
    let done = 0
    for (const id of ids) {
      const record = await readRecord(id)
      if (record) yield* filesOf(record)
      else unreadable += 1
      onProgress(++done, ids.length)
    }
  }
  const written = await saveStream(name, () => downloadZip(files()))
  return written ? formatResult(name, ids.length - unreadable, unreadable) : null
}

function formatResult(name: string, written: number, unreadable: number): string {
  const result = `${written === 1 ? '1 record' : `${written} records`} in ${name}.`
  return unreadable > 0 ? `${result} ${unreadable} cannot be read and stay here.` : result
}

async function* filesOf(record: GalleryRecord) {
  const { id } = record
  yield { name: `records/${id}.json`, input: JSON.stringify(record) }
  const original = await readBlob('originals', id)
  if (original) yield { name: `originals/${id}.${extensionOf(original.type)}`, input: original }
  const thumbnail = await readBlob('thumbnails', id)
  if (thumbnail) yield { name: `thumbnails/${id}.${extensionOf(thumbnail.type)}`, input: thumbnail }
  for (const { at, type } of otherFilesOf(record)) {
    const file = await readOtherFile(id, at)
    if (file) yield { name: otherFileName(id, at, type), input: file }
  }
  for (const at of record.previews.keys()) {
    const preview = await readPreview(id, at)
    if (preview) yield { name: `previews/${id}/${at}.${extensionOf(preview.type)}`, input: preview }
  }
}

/** @param at which file of the job, from 1 */
export const otherFileName = (id: string, at: number, type: string): string =>
  `others/${id}/${at}.${extensionOf(type)}`

/** The media type for the extension of a name in the zip. */
export const imageTypeOf = (name: string): string => {
  const extension = name.split('.').at(-1) ?? ''
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`
}
