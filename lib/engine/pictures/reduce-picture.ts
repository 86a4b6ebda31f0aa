import { hasTransparency } from './transparency'

/** Vercel refuses larger request bodies, and the multipart form around the file needs a little. */
const maxBytes = 4_000_000
const maxSide = 4096

/** `from`: its size before, such as “2600 × 2600”; null if it kept all of its pixels. */
export type ReducedPicture = { picture: Blob; from: string | null }

type Type = 'image/jpeg' | 'image/png' | 'image/webp'

/**
 * Prepares a picture for upload: its content says its type, not its name; it is drawn anew, so that the place, the
 * camera and all other metadata stay on this device; and it is reduced to 4 MB.
 * @throws Error with a sentence for the field.
 */
export async function reducePicture(file: Blob): Promise<ReducedPicture> {
  const type = await typeOf(file)
  if (!type) throw new Error('This is not a JPEG, PNG, WebP, HEIC, AVIF or GIF picture.')
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  )
  if (!picture)
    throw new Error(
      type === 'image/heic'
        ? 'This browser cannot read HEIC: save the picture as JPEG first.'
        : 'This picture is broken: it cannot be read.',
    )
  try {
    const isTransparent = type !== 'image/jpeg' && hasTransparency(picture)
    const isLossless = type === 'image/png' || type === 'image/gif'
    return await encode(
      picture,
      isTransparent || isLossless ? 'image/png' : 'image/jpeg',
      isTransparent,
    )
  } finally {
    picture.close()
  }
}

/**
 * Full size first, then smaller until it fits. A large PNG becomes a WebP where transparency must stay, else
 * a JPEG.
 */
async function encode(
  picture: ImageBitmap,
  first: Type,
  isTransparent: boolean,
): Promise<ReducedPicture> {
  const { width, height } = picture
  let type = first
  let scale = Math.min(1, maxSide / Math.max(width, height))
  for (let attempt = 0; attempt < 12; attempt++) {
    const blob = await draw(picture, scale, type)
    if (blob.size <= maxBytes)
      return { picture: blob, from: scale < 1 ? `${width} × ${height}` : null }
    if (type === 'image/png') type = isTransparent ? 'image/webp' : 'image/jpeg'
    else scale *= Math.min(0.9, Math.sqrt(maxBytes / blob.size))
  }
  throw new Error('This picture is too large, even when reduced.')
}

async function draw(picture: ImageBitmap, scale: number, type: Type): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92))
  if (!blob) throw new Error('This browser could not re-encode the picture.')
  return blob
}

async function typeOf(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  const text = String.fromCharCode(...bytes)
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG')) return 'image/png'
  if (text.startsWith('GIF8')) return 'image/gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) !== 'ftyp') return null
  const brand = text.slice(8, 12)
  if (brand.startsWith('avi')) return 'image/avif'
  return /^(hei|hev|mif|msf)/.test(brand) ? 'image/heic' : null
}
