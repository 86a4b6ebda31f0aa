import 'server-only'

const headerBytes = 12
const frameBytes = 8
const neededChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF'])
/** In the first byte of `VP8X`: that there are EXIF and XMP. */
const metadataFlags = 0b1100

/** A WebP without EXIF, XMP and unknown chunks. Source: RFC 9649, 2.7. */
export function stripWebp(webp: Uint8Array): Uint8Array {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength)
  const parts: Uint8Array[] = []
  const riffEnd = Math.min(webp.length, view.getUint32(4, true) + 8)
  for (let at = headerBytes; at + frameBytes <= riffEnd; ) {
    const type = Buffer.from(webp.subarray(at, at + 4)).toString('latin1')
    const length = view.getUint32(at + 4, true)
    const end = at + frameBytes + length + (length % 2)
    const chunk = Uint8Array.from(webp.subarray(at, end))
    if (type === 'VP8X') chunk[frameBytes] = (chunk[frameBytes] ?? 0) & ~metadataFlags
    if (neededChunks.has(type)) parts.push(chunk)
    at = end
  }
  const header = Buffer.from(webp.subarray(0, headerBytes))
  header.writeUInt32LE(
    parts.reduce((sum, { length }) => sum + length, 4),
    4,
  )
  return Buffer.concat([header, ...parts])
}
