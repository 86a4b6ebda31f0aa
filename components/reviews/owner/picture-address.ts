import { placed } from '@/lib/base-path'
import type { PictureSize } from '@/lib/contract/reviews/picture'
import type { Review } from '@/lib/contract/reviews/review'

/** An image sends no key: so the guests' address is used where it is known. */
export const ownerPictureAddress = (
  { id, url }: Pick<Review, 'id' | 'url'>,
  pictureId: string,
  size: PictureSize,
): string =>
  url === null
    ? placed(`/api/reviews/${id}/pictures/${pictureId}?size=${size}`)
    : placed(`/api/r/${url.split('/').at(-1)}/pictures/${pictureId}?size=${size}`)
