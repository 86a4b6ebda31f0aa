import { ApiError } from '../../contract/errors'
import type { Picture } from '../../record/record'
import type { InspectRequest, InspectResult } from './thumbnail-worker'

/**
 * Decodes a picture, hashes it and makes its thumbnail, in a worker of its own.
 * `sha256` is null where the page is served over plain http: there is no `crypto.subtle`.
 * @throws ApiError `krea_bad_answer` when the bytes are no picture
 */
export async function inspectPicture(blob: Blob): Promise<{ picture: Picture; thumbnail: Blob }> {
  const result = await runWorker({ blob, wantsHash: isSecureContext })
  if (result.kind === 'unreadable')
    throw new ApiError('krea_bad_answer', 'What came is not a picture this browser can show.', {
      cause: result.reason,
    })
  const { width, height, sha256, thumbnail } = result
  const picture = { type: blob.type, bytes: blob.size, width, height, sha256, original: true }
  return { picture, thumbnail }
}

function runWorker(request: InspectRequest): Promise<InspectResult> {
  const worker = new Worker(new URL('./thumbnail-worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<InspectResult>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<InspectResult>) => resolve(data)
    worker.onerror = () => reject(new Error('the worker did not start'))
  })
  worker.postMessage(request)
  return answer.finally(() => worker.terminate())
}
