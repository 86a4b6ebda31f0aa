import * as z from 'zod/mini'
import { plainText } from './text'

const short = plainText(200)

/** What is known of a picture. A guest gets the parts that the options show. */
export const pictureMetaSchema = z.strictObject({
  label: z.optional(short),
  prompt: z.optional(plainText(10_000)),
  model: z.optional(short),
  settings: z.optional(
    z
      .record(short, z.union([plainText(1_000), z.number(), z.boolean(), z.null()]))
      .check(z.refine((settings) => Object.keys(settings).length <= 60, 'At most 60 settings.')),
  ),
  /** Dollars. */
  price: z.optional(z.number().check(z.nonnegative(), z.maximum(100_000))),
})

export type PictureMeta = z.infer<typeof pictureMetaSchema>

/** As a guest gets it: what the options hide is absent. */
export const guestPictureSchema = z.extend(pictureMetaSchema, {
  id: z.string(),
  width: z.number(),
  height: z.number(),
})

export type GuestPicture = z.infer<typeof guestPictureSchema>

/** As its owner gets it. */
export const reviewPictureSchema = z.extend(guestPictureSchema, {
  /** Of the file that was sent, hexadecimal. */
  sha256: z.string(),
  bytes: z.number(),
  createdAt: z.string(),
})

export type ReviewPicture = z.infer<typeof reviewPictureSchema>

/** WebP of at most 360, 480 and 2,048 px, and the original, where downloads are allowed. */
export const pictureSizes = ['small', 'thumb', 'page', 'original'] as const

export type PictureSize = (typeof pictureSizes)[number]
