import { uploadPicture } from '@/lib/api/upload-picture'
import { rememberPictureName, rememberSizeBefore } from '@/lib/draft/picture-names'
import { reducePicture } from '@/lib/engine/pictures/reduce-picture'
import { addPictureSource } from '@/lib/library/picture-sources'

/** @param onProgress called with the share that is sent, 0 to 1. @returns the address of the picture at Krea */
export async function uploadFile(
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { picture, from } = await reducePicture(file)
  signal.throwIfAborted()
  const url = await uploadPicture(picture, onProgress, signal)
  addPictureSource(file, url)
  if (from) rememberSizeBefore(url, from)
  if (file instanceof File) rememberPictureName(url, file.name)
  return url
}
