import 'server-only'

const startOfScan = 0xda
const endOfImage = 0xd9
const comment = 0xfe
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef
/** JFIF, the colour profile, and Adobe's word on the colour space change how a picture looks. */
const visibleApplications = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])

/** A JPEG without EXIF, XMP, comments and other application data, and without what follows its end. */
export function stripJpeg(jpeg: Uint8Array): Uint8Array {
  const parts = [jpeg.subarray(0, 2)]
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at + 1] ?? endOfImage
    if (jpeg[at] !== 0xff || marker === endOfImage) break
    // Bytes that fill up before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0)
    const end = marker === startOfScan ? endOfScan(jpeg, at + 2 + length) : at + 2 + length
    if (isVisible(jpeg, at, marker)) parts.push(jpeg.subarray(at, end))
    at = Math.max(end, at + 4)
  }
  parts.push(Uint8Array.of(0xff, endOfImage))
  return Buffer.concat(parts)
}

function isVisible(jpeg: Uint8Array, at: number, marker: number): boolean {
  if (marker === comment) return false
  if (!isApplication(marker)) return true
  const name = visibleApplications.get(marker)
  if (name === undefined) return false
  const start = at + 4
  return Buffer.from(jpeg.subarray(start, start + name.length)).toString('latin1') === name
}

/** The next marker after coded data, in which 0xff is followed by 0 or a restart. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < jpeg.length) {
    const next = jpeg[at + 1] ?? 0
    if (jpeg[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at
    at += 1
  }
  return jpeg.length
}
