import { ApiError } from '../contract/errors'
import type { Picture } from '../record/record'
import type { Asked, Found } from './thumbnail-worker'

/**
 * Decodes a picture, hashes it and makes its thumbnail, in a worker that lives as long as that takes.
 * `sha256` is null where the page is served over plain http: there is no `crypto.subtle`.
 * @throws ApiError `krea_bad_answer` when the bytes are no picture
 */
export async function inspect(blob: Blob): Promise<{ picture: Picture; thumbnail: Blob }> {
  const found = await ask({ blob, wantsHash: isSecureContext })
  if (found.kind === 'unreadable')
    throw new ApiError('krea_bad_answer', 'What came is not a picture this browser can show.', {
      cause: found.reason,
    })
  const { width, height, sha256, thumbnail } = found
  const picture = { type: blob.type, bytes: blob.size, width, height, sha256, original: true }
  return { picture, thumbnail }
}

function ask(asked: Asked): Promise<Found> {
  const worker = new Worker(new URL('./thumbnail-worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Found>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Found>) => resolve(data)
    worker.onerror = () => reject(new Error('the worker did not start'))
  })
  worker.postMessage(asked)
  return answer.finally(() => worker.terminate())
}
