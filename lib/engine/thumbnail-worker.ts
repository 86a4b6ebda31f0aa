import { digest } from './digest'
import { makeThumbnail } from './thumbnail'

/** What is to be looked into, and what was found. Decoding and hashing keep the page's thread free. */
export type Asked = { blob: Blob; wantsHash: boolean }
export type Found =
  | { kind: 'picture'; width: number; height: number; sha256: string | null; thumbnail: Blob }
  | { kind: 'unreadable'; reason: string }

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await look(data))
})

async function look({ blob, wantsHash }: Asked): Promise<Found> {
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
