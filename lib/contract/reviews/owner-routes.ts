import * as z from 'zod/mini'
import type { Contract } from '../contract'
import { briefSchema, optionsChange, questionSchema, titleSchema } from './options'
import { pictureSizes } from './picture'
import { reviewSchema, reviewSummarySchema } from './review'
import { commentTextSchema, reviewCommentSchema } from './verdicts'

/**
 * Calls with a review's id are for its owner: the browser that made it, the admin, or whoever sends its
 * key as `Authorization: Bearer <manageKey>`. The handlers check that.
 */
const id = z.guid('There is no such review: review ids are UUIDs.').check(z.toLowerCase())
const pictureId = z.guid('There is no such picture: picture ids are UUIDs.').check(z.toLowerCase())
const commentId = z.guid('There is no such comment: comment ids are UUIDs.').check(z.toLowerCase())
const guestId = z.guid('There is no such guest: guest ids are UUIDs.').check(z.toLowerCase())

const reviewAnswer = z.object({ review: reviewSchema })
const deletedAnswer = z.object({ deleted: z.boolean() })

/** The reviews of this browser, newest first; the admin gets all. */
export const getReviews = {
  method: 'GET',
  path: '/api/reviews',
  access: 'open',
  answer: z.object({ reviews: z.array(reviewSummarySchema) }),
} satisfies Contract

/** 201. The key is answered only here, and never stored on the server. */
export const postReview = {
  method: 'POST',
  path: '/api/reviews',
  access: 'unlocked',
  body: z.strictObject({
    title: titleSchema,
    brief: z.optional(briefSchema),
    question: z.optional(questionSchema),
    options: z.optional(optionsChange),
  }),
  answer: z.object({ review: reviewSchema, manageKey: z.string() }),
} satisfies Contract

/** With an ETag: 304 while nothing has changed. */
export const getReview = {
  method: 'GET',
  path: '/api/reviews/[id]',
  access: 'open',
  params: z.object({ id }),
  answer: reviewAnswer,
} satisfies Contract

/** What is absent stays. `revoked` is for good: the pictures' bytes are deleted. */
export const patchReview = {
  method: 'PATCH',
  path: '/api/reviews/[id]',
  access: 'open',
  params: z.object({ id }),
  body: z.strictObject({
    title: z.optional(titleSchema),
    brief: z.optional(briefSchema),
    question: z.optional(questionSchema),
    options: z.optional(optionsChange),
    state: z.optional(z.enum(['open', 'closed', 'revoked'])),
    /** `null`: nothing is presented. */
    shown: z.optional(z.nullable(pictureId)),
  }),
  answer: reviewAnswer,
} satisfies Contract

export const deleteReview = {
  method: 'DELETE',
  path: '/api/reviews/[id]',
  access: 'open',
  params: z.object({ id }),
  answer: deletedAnswer,
} satisfies Contract

/**
 * A form with the picture in `file` and JSON of `PictureMeta` in `meta`. 201; 200 with the same picture
 * where its bytes are there already.
 */
export const postReviewPicture = {
  method: 'POST',
  path: '/api/reviews/[id]/pictures',
  access: 'open',
  params: z.object({ id }),
  answer: z.object({
    picture: z.object({
      id: z.string(),
      width: z.number(),
      height: z.number(),
      sha256: z.string(),
    }),
  }),
} satisfies Contract

/** The bytes, for the owner's page. */
export const getReviewPicture = {
  method: 'GET',
  path: '/api/reviews/[id]/pictures/[pictureId]',
  access: 'open',
  params: z.object({ id, pictureId }),
  query: z.object({ size: z._default(z.enum(pictureSizes), 'page') }),
  answer: null,
} satisfies Contract

export const deleteReviewPicture = {
  method: 'DELETE',
  path: '/api/reviews/[id]/pictures/[pictureId]',
  access: 'open',
  params: z.object({ id, pictureId }),
  answer: deletedAnswer,
} satisfies Contract

/** Answers or resolves a comment. */
export const patchReviewComment = {
  method: 'PATCH',
  path: '/api/reviews/[id]/comments/[commentId]',
  access: 'open',
  params: z.object({ id, commentId }),
  body: z.strictObject({
    answer: z.optional(z.nullable(commentTextSchema)),
    isResolved: z.optional(z.boolean()),
  }),
  answer: z.object({ comment: reviewCommentSchema }),
} satisfies Contract

export const deleteReviewComment = {
  method: 'DELETE',
  path: '/api/reviews/[id]/comments/[commentId]',
  access: 'open',
  params: z.object({ id, commentId }),
  answer: deletedAnswer,
} satisfies Contract

/**
 * Two guests are one person: `from` becomes `into`. Where both judged the same, the later verdict counts.
 * Both their devices are that guest from then on.
 */
export const mergeReviewGuests = {
  method: 'POST',
  path: '/api/reviews/[id]/guests/merge',
  access: 'open',
  params: z.object({ id }),
  body: z.strictObject({ from: guestId, into: guestId }),
  answer: reviewAnswer,
} satisfies Contract

/** A row a verdict, a pair or a comment. */
export const getReviewCsv = {
  method: 'GET',
  path: '/api/reviews/[id]/results.csv',
  access: 'open',
  params: z.object({ id }),
  answer: null,
} satisfies Contract

/** Server-sent events, as guests get them: `reviewEvents` in `events.ts`. */
export const getReviewEvents = {
  method: 'GET',
  path: '/api/reviews/[id]/events',
  access: 'open',
  params: z.object({ id }),
  answer: null,
} satisfies Contract
