import { imagePath } from '../api/jobs'
import { requestBlob } from '../api/request'
import { exclusively } from '../browser/exclusively'
import { database, previewsOf } from './database'
import { isNearlyFull, isQuotaError, readStorage } from './quota'
import { readRecord } from './records'

/** @param at its place among the record's `previews` */
export const readPreview = async (id: string, at: number): Promise<Blob | undefined> =>
  (await database()).get('previews', [id, at])

/**
 * Fetches the pictures on the way that are not kept yet, for Krea's addresses do not last. Nothing
 * hangs on them: where there is little room they are left out, and a failed one waits for the next call.
 */
export const savePreviews = (id: string): Promise<void> =>
  exclusively(`previews:${id}`, async () => {
    if (isNearlyFull(await readStorage())) return
    const { previews = [] } = (await readRecord(id)) ?? {}
    const keys = await (await database()).getAllKeys('previews', previewsOf(id))
    const kept = new Set(keys.map(([, at]) => at))
    for (const [at, { url }] of previews.entries()) {
      if (kept.has(at)) continue
      const bytes = await requestBlob(imagePath(url)).catch(() => null)
      if (bytes) await keep(id, at, bytes)
    }
  })

/** Not for a record that was removed meanwhile. */
async function keep(id: string, at: number, bytes: Blob): Promise<void> {
  const transaction = (await database()).transaction(['records', 'previews'], 'readwrite')
  const write = async () => {
    const known = await transaction.objectStore('records').getKey(id)
    if (known) await transaction.objectStore('previews').put(bytes, [id, at])
  }
  await Promise.all([write(), transaction.done]).catch((error: unknown) => {
    if (!isQuotaError(error)) throw error
  })
}
