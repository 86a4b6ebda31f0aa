import { inspectPicture } from '../engine/pictures/inspect-picture'
import type { CheckThumbnail } from './read-backup'

/** Decodes the thumbnail: one that this browser cannot show would leave its tile empty. */
export const checkThumbnail: CheckThumbnail = async (thumbnail, original) => {
  if (thumbnail && (await canShow(thumbnail))) return thumbnail
  return (
    original &&
    inspectPicture(original).then(
      (inspected) => inspected.thumbnail,
      () => null,
    )
  )
}

const canShow = (blob: Blob): Promise<boolean> =>
  createImageBitmap(blob).then(
    (bitmap) => {
      bitmap.close()
      return true
    },
    () => false,
  )
