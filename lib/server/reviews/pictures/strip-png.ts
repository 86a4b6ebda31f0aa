import 'server-only'

const signatureBytes = 8
/** A chunk's length, type and checksum. */
const frameBytes = 12

/** All that a picture needs to look the same. Source: PNG specification, third edition, 5.6. */
const neededChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs'.split(' '),
)

/** A PNG without its texts, EXIF, times, private chunks, and without what follows its end. */
export function stripPng(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const parts = [png.subarray(0, signatureBytes)]
  for (let at = signatureBytes; at + frameBytes <= png.length; ) {
    const length = view.getUint32(at)
    const end = at + frameBytes + length
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1')
    if (neededChunks.has(type)) parts.push(png.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  return Buffer.concat(parts)
}
