import 'server-only'
import type { PictureSize } from '@/lib/contract/reviews/picture'
import type { ReviewPictureRow } from '../../db/review-tables'
import { noPicture } from '../guests/put-verdict'
import type { PictureStorage } from '../storage/picture-storage'

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** @throws ApiError `not_found` for a picture of another review */
export function requireShared(
  pictures: ReviewPictureRow[],
  { pictureId }: { pictureId: string },
): ReviewPictureRow {
  const found = pictures.find(({ id }) => id === pictureId)
  if (!found) throw noPicture()
  return found
}

/** Its type is ours, never one that was sent. An original is a file to save. @throws ApiError `not_found` */
export async function pictureResponse(
  storage: PictureStorage,
  { id, storageId, type }: Pick<ReviewPictureRow, 'id' | 'storageId' | 'type'>,
  size: PictureSize,
): Promise<Response> {
  const bytes =
    (await storage.read(storageId, size)) ??
    // Pictures that were shared before there was a small size have none.
    (size === 'small' ? await storage.read(storageId, 'thumb') : null)
  if (bytes === null) throw noPicture()
  const headers = new Headers({
    'Content-Type': size === 'original' ? type : 'image/webp',
    'Content-Length': String(bytes.length),
    'Cache-Control': 'private, max-age=31536000, immutable',
    'X-Robots-Tag': 'noindex',
  })
  if (size === 'original')
    headers.set('Content-Disposition', `attachment; filename="${id}.${endings[type] ?? 'bin'}"`)
  return new Response(bytes, { headers })
}
