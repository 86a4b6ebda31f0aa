import 'server-only'
import sharp, { type Metadata } from 'sharp'
import { invalid } from '../http/answer'
import { rethrowRefusal } from '../http/body'
import type { Queue } from '../queue'
import { isPictureType } from './file-type'

export type Inspected = { mime_type: string; width: number; height: number }

const maxPixels = 80_000_000
/** Of a picture that must be unpacked whole, not line by line. */
const maxUnpackedBytes = 200_000_000

/**
 * Finds a picture's type and size by its bytes, whatever name and type say, and decodes it once to see
 * that it is whole. Its header is checked first: a small file may unpack to gigabytes.
 * @returns null for a file that is no picture.
 * @throws Refusal 400
 */
export async function inspectPicture(bytes: Buffer, queue: Queue): Promise<Inspected | null> {
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null)
  if (!metadata) return null
  const { format, compression, autoOrient } = metadata
  const type = `image/${format === 'heif' && compression === 'hevc' ? 'heic' : format}`
  if (!isPictureType(type)) throw invalid(`Unsupported file type: ${type}`)
  requireModestSize(metadata)
  await queue(() => sharp(bytes).resize(8, 8).toBuffer()).catch((error) =>
    rethrowRefusal(error, invalid('The file is broken')),
  )
  return { mime_type: type, ...autoOrient }
}

/** @throws Refusal 400 */
export function requireModestSize(metadata: Metadata): void {
  const { width, height, channels, depth, format, isProgressive } = metadata
  const pixels = width * height
  const isWhole = isProgressive || format === 'webp' || format === 'heif'
  const unpacked = pixels * channels * (depth === 'uchar' ? 1 : 2)
  if (pixels > maxPixels || (isWhole && unpacked > maxUnpackedBytes))
    throw invalid(`The picture is too large: ${width}x${height}`)
}
