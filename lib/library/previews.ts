import { imagePath } from '../api/jobs'
import { requestBlob } from '../api/request'
import { exclusively } from '../browser/exclusively'
import { changes } from './changes'
import { database, previewsOf } from './database'
import { hasSpaceForPreview, storageState, unlessFull } from './quota'
import { readRecord } from './records'
import { toBlob } from './storage/stored-bytes'
import { writeFiles } from './storage/write-files'

/** @param at its index in the record's `previews` */
export async function readPreview(id: string, at: number): Promise<Blob | undefined> {
  const stored = await (await database()).get('previews', [id, at])
  return stored && toBlob(stored)
}

/**
 * Fetches and writes the previews that are not in this browser yet, since Krea's addresses do not last. They can be
 * missed: where half of the space is taken they are left out, and a failed one waits for the next call.
 */
export const savePreviews = (id: string): Promise<void> =>
  exclusively(`previews:${id}`, async () => {
    if (storageState.read().full || !(await hasSpaceForPreview(0))) return
    const { previews = [] } = (await readRecord(id)) ?? {}
    const keys = await (await database()).getAllKeys('previews', previewsOf(id))
    const saved = new Set(keys.map(([, at]) => at))
    for (const [at, { url }] of previews.entries()) {
      if (saved.has(at)) continue
      const bytes = await requestBlob(imagePath(url)).catch(() => null)
      if (bytes) await exclusively('preview', () => writeIfItFits(id, at, bytes))
    }
  })

/** One at a time: each sees the space that the one before it took. */
async function writeIfItFits(id: string, at: number, bytes: Blob): Promise<void> {
  if (await hasSpaceForPreview(bytes.size)) await writePreview(id, at, bytes)
}

/** Writes nothing for a record that was removed meanwhile. */
const writePreview = (id: string, at: number, file: Blob): Promise<void> =>
  writeFiles([{ store: 'previews', key: [id, at], file }], id).catch(unlessFull)

/** They make space for records and finished pictures. Browsers may not say how much there is: a refused write does. */
async function deletePreviews(): Promise<void> {
  const { store } = (await database()).transaction('previews', 'readwrite')
  const keys = await store.getAllKeys()
  // Below 0 lie the other files of a job, which are no previews.
  await Promise.all(keys.filter(([, at]) => at >= 0).map((key) => store.delete(key)))
}

changes.subscribe((change) => {
  if (change.kind === 'storage' && change.state.full) deletePreviews().catch(() => undefined)
})
