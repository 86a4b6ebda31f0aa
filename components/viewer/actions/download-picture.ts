import { imageAddress } from '@/lib/api/jobs'
import { originalOf } from '@/lib/engine/pictures/reference-picture'
import { fileName } from '@/lib/record/file-name'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'
import { exportedPicture } from '@/lib/transfer/export-picture'

/** Downloads the saved original, or Krea's own file where the original is gone. */
export async function downloadPicture(record: GalleryRecord): Promise<void> {
  const original = await originalOf(record)
  const urlAtKrea = finalUrl(record)
  if (!original && !urlAtKrea) throw new Error('There is no picture to download.')
  const url = original
    ? URL.createObjectURL(exportedPicture(record, original))
    : imageAddress(urlAtKrea ?? '')
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(record)
  link.click()
  if (original) setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
