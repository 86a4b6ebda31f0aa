import { imageAddress } from '@/lib/api/jobs'
import { originalOf } from '@/lib/engine/pictures/reference-picture'
import { readOtherFile } from '@/lib/library/storage/other-files'
import { fileName } from '@/lib/record/file-name'
import { finalImages, type GalleryRecord } from '@/lib/record/record'
import { exportedPicture } from '@/lib/transfer/export-picture'

/** Downloads a saved file, or Krea's own where its bytes are gone. @param at which file of the job: 0 is the original */
export async function downloadPicture(record: GalleryRecord, at = 0): Promise<void> {
  const original = at === 0 ? await originalOf(record) : await readOtherFile(record.id, at)
  const urlAtKrea = finalImages(record)[at]?.url
  if (!original && !urlAtKrea) throw new Error('There is no picture to download.')
  const url = original
    ? URL.createObjectURL(exportedPicture(record, original))
    : imageAddress(urlAtKrea ?? '')
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(record, at)
  link.click()
  if (original) setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
