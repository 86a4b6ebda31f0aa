import { downloadZip } from 'client-zip'
import * as z from 'zod/mini'
import { readBoards } from '../library/boards'
import { database } from '../library/database'
import { readPreview } from '../library/previews'
import { readBlob, readRecord } from '../library/records'
import { boardSchema } from '../record/board'
import { saveStream } from './save-stream'

export const manifestName = 'backup.json'

/** What a backup says of itself, before anything else in it. */
export const manifestSchema = z.object({
  format: z.literal('krea-playground-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  boards: z.array(boardSchema),
})

/**
 * Writes everything there is to one zip: records, boards, originals, thumbnails. Nothing else is in this
 * browser's store, so no secret can be.
 * @param onProgress records written so far, and in all
 * @returns what came of it, in a sentence; null when the person chose no file
 */
export async function backUp(onProgress: (done: number, all: number) => void) {
  const madeAt = new Date().toISOString()
  const name = `krea-playground-backup-${madeAt.slice(0, 19).replaceAll(':', '')}.zip`
  const ids = await (await database()).getAllKeys('entries')
  const boards = await readBoards()
  const manifest: z.infer<typeof manifestSchema> = {
    format: 'krea-playground-backup',
    version: 1,
    madeAt,
    boards,
  }
  async function* files() {
    yield { name: manifestName, input: JSON.stringify(manifest) }
    let done = 0
    for (const id of ids) {
      yield* filesOf(id)
      onProgress(++done, ids.length)
    }
  }
  const written = await saveStream(name, () => downloadZip(files()))
  return written ? `${ids.length === 1 ? '1 record' : `${ids.length} records`} in ${name}.` : null
}

async function* filesOf(id: string) {
  const record = await readRecord(id)
  if (!record) return
  yield { name: `records/${id}.json`, input: JSON.stringify(record) }
  const original = await readBlob('originals', id)
  if (original) yield { name: `originals/${id}.${endOf(original)}`, input: original }
  const thumbnail = await readBlob('thumbnails', id)
  if (thumbnail) yield { name: `thumbnails/${id}.${endOf(thumbnail)}`, input: thumbnail }
  for (const at of record.previews.keys()) {
    const preview = await readPreview(id, at)
    if (preview) yield { name: `previews/${id}/${at}.${endOf(preview)}`, input: preview }
  }
}

/** So that pictures can be looked at in the zip itself. */
const endOf = ({ type }: Blob) => (type === 'image/jpeg' ? 'jpg' : (type.split('/')[1] ?? 'bin'))

/** The type that a name in the zip ends in. */
export const typeOf = (name: string): string => {
  const end = name.split('.').at(-1) ?? ''
  return `image/${end === 'jpg' ? 'jpeg' : end}`
}
