import { hasTransparentPixel } from './transparency'

/** The short side, in pixels: sharp in a tile, and about 20 KB. */
const shortSide = 384

/** Scales a picture down to a WebP where the browser writes it, else to a JPEG or PNG, and closes the bitmap. */
export async function makeThumbnail(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, shortSide / Math.min(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const thumbnail = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })
  // WebKit writes a PNG instead, ten times as large as a JPEG.
  const wantsJpeg = thumbnail.type !== 'image/webp' && !hasTransparentPixel(context, width, height)
  return wantsJpeg ? canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 }) : thumbnail
}
