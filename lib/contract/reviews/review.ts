import * as z from 'zod/mini'
import { shownSchema } from './guest-view'
import { optionsSchema } from './options'
import { reviewPictureSchema } from './picture'
import { pictureResultSchema } from './results'
import { pairSchema, reviewCommentSchema, verdictSchema } from './verdicts'

/** `closed`: to look at only. `revoked` and `ended` (its date is over): nothing is there for guests. */
export const reviewStates = ['open', 'closed', 'revoked', 'ended'] as const

export const reviewSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  brief: z.string(),
  question: z.string(),
  options: optionsSchema,
  state: z.enum(reviewStates),
  createdAt: z.string(),
  /** The guests' link; `null` where the manage key was not sent, since only hashes are stored. */
  url: z.nullable(z.string()),
})

export type ReviewSummary = z.infer<typeof reviewSummarySchema>

export const reviewGuestSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  /** Seen within the last half minute. */
  isHere: z.boolean(),
  doneAt: z.nullable(z.string()),
  verdicts: z.record(z.string(), verdictSchema),
  pairs: z.array(pairSchema),
})

export type ReviewGuest = z.infer<typeof reviewGuestSchema>

/** A review as its owner sees it. */
export const reviewSchema = z.extend(reviewSummarySchema, {
  /** In the order of their arrival. */
  pictures: z.array(reviewPictureSchema),
  guests: z.array(reviewGuestSchema),
  comments: z.array(reviewCommentSchema),
  /** Strongest, then picked most, first. */
  results: z.array(pictureResultSchema),
  shown: shownSchema,
})

export type Review = z.infer<typeof reviewSchema>
