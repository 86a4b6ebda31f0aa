import 'server-only'
import { createHash } from 'node:crypto'
import type { GuestPicture, PictureMeta } from '@/lib/contract/reviews/picture'
import type { ReviewPictureRow, ReviewRow } from '../../db/review-tables'

/** What the options show of a picture; blind, not even its name. */
function shownOf(
  { label, prompt, model, settings, price }: PictureMeta,
  { showPrompts, showSettings, showPrices, blind }: ReviewRow['options'],
): PictureMeta {
  return {
    ...(label !== undefined && !blind && { label }),
    ...(prompt !== undefined && showPrompts && { prompt }),
    ...(model !== undefined && showSettings && !blind && { model }),
    ...(settings !== undefined && showSettings && !blind && { settings }),
    ...(price !== undefined && showPrices && !blind && { price }),
  }
}

/** As a guest gets them. Blind, in an order by chance, which stays the same for this guest. */
export function guestPicturesOf(
  rows: ReviewPictureRow[],
  { id, options }: ReviewRow,
  guestId: string | null,
): GuestPicture[] {
  const pictures = rows.map((row) => ({
    id: row.id,
    width: row.width,
    height: row.height,
    ...shownOf(row.meta, options),
  }))
  if (!options.blind) return pictures
  const chance = (pictureId: string) =>
    createHash('sha256')
      .update(`${guestId ?? id} ${pictureId}`)
      .digest('hex')
  return pictures
    .map((picture) => ({ picture, place: chance(picture.id) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ picture }) => picture)
}
