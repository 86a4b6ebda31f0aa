import { uploadPicture } from '@/lib/api/upload-picture'
import { reducePicture } from '@/lib/engine/pictures/reduce-picture'
import { rememberPictureSource } from '@/lib/library/picture-sources'
import { readBlob } from '@/lib/library/records'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'

/** The picture's bytes as Krea made them; undefined when this browser has none. */
export const originalOf = ({ id }: GalleryRecord): Promise<Blob | undefined> =>
  readBlob('originals', id)

/**
 * An address at which Krea can read this picture. The bytes in this browser are uploaded, since Krea's own
 * address may be gone by now; without bytes that address is used.
 * @throws Error with a sentence
 */
export async function addressOf(record: GalleryRecord): Promise<string> {
  const original = await originalOf(record)
  const url = original ? await upload(original) : finalUrl(record)
  if (!url) throw new Error('There is no picture to use.')
  rememberPictureSource(url, record.id)
  return url
}

async function upload(original: Blob): Promise<string> {
  const { picture } = await reducePicture(original)
  return uploadPicture(picture, () => undefined, new AbortController().signal)
}

/** Copies a picture to the clipboard as PNG, which every program reads. */
export async function copyPicture(record: GalleryRecord): Promise<void> {
  // The promise goes in, not its value: Safari asks that the write begins within the click.
  const png = originalOf(record).then((blob) => {
    if (!blob) throw new Error('This browser no longer keeps the picture itself.')
    return blob.type === 'image/png' ? blob : asPng(blob)
  })
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}

async function asPng(blob: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
