import * as z from 'zod/mini'
import { trimmedText } from './text'

const picture = z.guid('Picture ids are UUIDs.').check(z.toLowerCase())
const share = z.number().check(z.gte(0), z.lte(1))

/** A guest's word on one picture. */
export const verdictSchema = z.object({
  pick: z.boolean(),
  rating: z.nullable(z.int().check(z.gte(1), z.lte(5))),
})

export type Verdict = z.infer<typeof verdictSchema>

/** Absent: as it was. */
export const verdictChange = z.partial(z.strictObject(verdictSchema.shape))

export const pairSchema = z.strictObject({
  left: picture,
  right: picture,
  choice: z.enum(['left', 'right', 'equal', 'neither']),
})

export type Pair = z.infer<typeof pairSchema>

/** Where a comment points, in parts of the picture's width and height. */
export const pinSchema = z.strictObject({ x: share, y: share })

export type Pin = z.infer<typeof pinSchema>

export const commentTextSchema = trimmedText(1_000).check(z.minLength(1, 'Write something first.'))

export const newCommentSchema = z.strictObject({
  text: commentTextSchema,
  at: z.nullish(pinSchema),
})

export const commentSchema = z.object({
  id: z.string(),
  pictureId: z.string(),
  /** The guest's name. */
  author: z.string(),
  text: z.string(),
  at: z.nullable(pinSchema),
  createdAt: z.string(),
  /** The owner's. */
  answer: z.nullable(z.string()),
  isResolved: z.boolean(),
})

/** `isOwn`: the reader wrote it, and may delete it. */
export const guestCommentSchema = z.extend(commentSchema, { isOwn: z.boolean() })

export type GuestComment = z.infer<typeof guestCommentSchema>

export const reviewCommentSchema = z.extend(commentSchema, { guestId: z.string() })

export type ReviewComment = z.infer<typeof reviewCommentSchema>
