import 'server-only'
import type { Sharp } from 'sharp'
import { ApiError } from '@/lib/contract/errors'
import { maxPixels, type Picture } from '../../pictures/upload'
import type { PictureBytes } from '../storage/picture-storage'
import { stripJpeg } from './strip-jpeg'
import { stripPng } from './strip-png'
import { stripWebp } from './strip-webp'

const sizes = {
  page: { side: 2_048, quality: 85 },
  thumb: { side: 480, quality: 76 },
  small: { side: 360, quality: 68 },
}

export type Renditions = { bytes: PictureBytes; width: number; height: number; type: string }

/**
 * A picture in all its sizes, none of which says how it was made.
 * @throws ApiError `unsupported_media` for what cannot be drawn
 */
export async function makeRenditions({ file, type }: Picture): Promise<Renditions> {
  if (type === 'image/heic')
    throw new ApiError('unsupported_media', 'Send a JPEG, PNG or WebP picture.')
  const { default: sharp } = await import('sharp')
  const sent = new Uint8Array(await file.arrayBuffer())
  const open = () => sharp(sent, { limitInputPixels: maxPixels }).autoOrient()
  const shrink = ({ side, quality }: typeof sizes.page) =>
    open()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer()
  try {
    const { orientation = 1, autoOrient } = await sharp(sent).metadata()
    const original = await (orientation === 1 ? strip(sent, type) : turn(open(), type))
    const page = await shrink(sizes.page)
    const thumb = await shrink(sizes.thumb)
    const small = await shrink(sizes.small)
    const { width, height } = autoOrient
    return { bytes: { original, page, thumb, small }, width, height, type }
  } catch (cause) {
    throw new ApiError('unsupported_media', 'This picture cannot be drawn: it is damaged.', {
      cause,
    })
  }
}

/** Without a loss: the file is not coded anew. */
function strip(sent: Uint8Array, type: string): Uint8Array {
  switch (type) {
    case 'image/png':
      return stripPng(sent)
    case 'image/jpeg':
      return stripJpeg(sent)
    case 'image/webp':
      return stripWebp(sent)
    default:
      throw new Error(`${type} cannot be stripped`)
  }
}

/** What says how to turn it is in its metadata, which goes. */
function turn(picture: Sharp, type: string): Promise<Uint8Array> {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
    case 'image/webp':
      return picture.webp({ quality: 95 }).toBuffer()
    default:
      return picture.png().toBuffer()
  }
}
