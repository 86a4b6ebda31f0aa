import { placed } from '@/lib/base-path'
import type { GuestPicture, PictureSize } from '@/lib/contract/reviews/picture'

export const guestPictureAddress = (secret: string, id: string, size: PictureSize): string =>
  placed(`/api/r/${secret}/pictures/${id}?size=${size}`)

/** How a picture is called: by its label, else by its place. */
export const pictureName = ({ label }: Pick<GuestPicture, 'label'>, position: number): string =>
  label || `Picture ${position + 1}`

/** Its width once it is made to fit a square of so many px. */
export const widthWithin = (
  { width, height }: Pick<GuestPicture, 'width' | 'height'>,
  side: number,
): number => Math.round(width * Math.min(1, side / Math.max(width, height)))

const sides = { small: 360, thumb: 480, page: 2_048 }

/** Its sizes, for the browser to choose by the width that it has. */
export function sourcesOf(secret: string, picture: GuestPicture): string {
  const source = (size: keyof typeof sides) =>
    `${guestPictureAddress(secret, picture.id, size)} ${widthWithin(picture, sides[size])}w`
  return `${source('small')}, ${source('thumb')}, ${source('page')}`
}
