import { digest } from './digest'
import { makeThumbnail } from './thumbnail'

/** Decoding and hashing in a worker keep the page's thread free. */
export type InspectRequest = { blob: Blob; wantsHash: boolean }
export type InspectResult =
  | { kind: 'picture'; width: number; height: number; sha256: string | null; thumbnail: Blob }
  | { kind: 'unreadable'; reason: string }

addEventListener('message', async ({ data }: MessageEvent<InspectRequest>) => {
  postMessage(await inspect(data))
})

async function inspect({ blob, wantsHash }: InspectRequest): Promise<InspectResult> {
  try {
    const bitmap = await createImageBitmap(blob)
    const { width, height } = bitmap
    const [sha256, thumbnail] = await Promise.all([
      wantsHash ? digest(blob) : null,
      makeThumbnail(bitmap),
    ])
    return { kind: 'picture', width, height, sha256, thumbnail }
  } catch (error) {
    return { kind: 'unreadable', reason: String(error) }
  }
}
