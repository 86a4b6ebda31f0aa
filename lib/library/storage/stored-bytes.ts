/** Bytes in the database: a blob or, where the browser stores none, its content and type. */
export type StoredBytes = Blob | PackedBlob

type PackedBlob = { type: string; data: ArrayBuffer }

export const packBlob = async (blob: Blob): Promise<PackedBlob> => ({
  type: blob.type,
  data: await blob.arrayBuffer(),
})

export const toBlob = (stored: StoredBytes): Blob =>
  stored instanceof Blob ? stored : new Blob([stored.data], { type: stored.type })

/** Larger files are compared part by part, so that a video is never in memory as a whole. */
const partBytes = 8_000_000

/** False also if one of them cannot be read, or is shorter than it says. */
export async function hasSameBytes(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false
  for (let at = 0; at < one.size; at += partBytes) {
    const parts = [one, other].map((blob) => blob.slice(at, at + partBytes).arrayBuffer())
    const [first, second] = await Promise.all(parts).catch(() => [])
    // As keys, buffers are compared byte by byte.
    if (!first || !second || indexedDB.cmp(first, second) !== 0) return false
  }
  return true
}
