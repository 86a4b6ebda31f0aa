import type { OfferedPictures } from '@/lib/draft/offered-pictures'
import { rememberPictureName } from '@/lib/draft/picture-names'
import { rememberPictureSource, rememberUploadSource } from '@/lib/library/picture-sources'
import { readBlob, readRecord } from '@/lib/library/records'
import { fileName } from '@/lib/record/file-name'
import { finalUrl } from '@/lib/record/record'

/**
 * Pictures of the gallery as inputs, in order: their own bytes, or the address that Krea gave where the
 * bytes had to make room.
 */
export async function inputsFromRecords(ids: string[]): Promise<OfferedPictures> {
  const inputs: OfferedPictures = { files: [], urls: [] }
  for (const id of ids) {
    const record = await readRecord(id)
    const original = await readBlob('originals', id)
    const url = record && finalUrl(record)
    if (record && original) {
      const file = new File([original], fileName(record), { type: original.type })
      rememberUploadSource(file, id)
      inputs.files.push(file)
    } else if (record && url) {
      rememberPictureSource(url, id)
      rememberPictureName(url, fileName(record))
      inputs.urls.push(url)
    }
  }
  return inputs
}
