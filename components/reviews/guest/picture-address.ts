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

/** Its small and its large version, for the browser to choose by the width it has. */
export function sourcesOf(secret: string, picture: GuestPicture): string | undefined {
  const [small, large] = [widthWithin(picture, 480), widthWithin(picture, 2_048)]
  if (small === large) return undefined
  const address = (size: PictureSize) => guestPictureAddress(secret, picture.id, size)
  return `${address('thumb')} ${small}w, ${address('page')} ${large}w`
}
