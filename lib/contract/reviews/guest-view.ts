import * as z from 'zod/mini'
import { optionsSchema } from './options'
import { guestPictureSchema } from './picture'
import { tallySchema } from './results'
import { guestCommentSchema, pairSchema, verdictSchema } from './verdicts'

/** What the presenter shows; the revision grows with each change of it. */
export const shownSchema = z.object({
  pictureId: z.nullable(z.string()),
  revision: z.number(),
})

export type Shown = z.infer<typeof shownSchema>

/** A guest as he sees himself. */
export const youSchema = z.object({
  name: z.string(),
  isDone: z.boolean(),
  /** By the picture's id. */
  verdicts: z.record(z.string(), verdictSchema),
  /** The latest of each pair. */
  pairs: z.array(pairSchema),
})

export type You = z.infer<typeof youSchema>

/** What a guest's page is drawn from. */
export const guestViewSchema = z.object({
  review: z.object({
    title: z.string(),
    brief: z.string(),
    question: z.string(),
    options: optionsSchema,
    state: z.enum(['open', 'closed']),
  }),
  /** In the order to show them. */
  pictures: z.array(guestPictureSchema),
  /** `null` until a name is given. */
  you: z.nullable(youSchema),
  /** Oldest first; the own ones only while the others' are hidden. */
  comments: z.array(guestCommentSchema),
  /** Absent while the others' verdicts are hidden. */
  results: z.optional(z.array(tallySchema)),
  shown: shownSchema,
})

export type GuestView = z.infer<typeof guestViewSchema>
