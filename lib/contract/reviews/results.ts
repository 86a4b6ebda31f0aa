import * as z from 'zod/mini'

/** Log odds above the average picture, with an interval of 95 %. */
export const strengthSchema = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Of pairs that it was judged in. */
  pairs: z.number(),
})

/** What all guests together say of a picture. */
export const tallySchema = z.object({
  pictureId: z.string(),
  picks: z.number(),
  ratings: z.number(),
  /** The mean; `null` without any. */
  rating: z.nullable(z.number()),
})

export type Tally = z.infer<typeof tallySchema>

/** For the owner, also what the pairs say. */
export const pictureResultSchema = z.extend(tallySchema, {
  /** `null` until pairs were judged. */
  strength: z.nullable(strengthSchema),
})

export type PictureResult = z.infer<typeof pictureResultSchema>
