import * as z from 'zod/mini'
import type { Contract } from '../contract'
import { guestViewSchema, youSchema } from './guest-view'
import { pictureSizes } from './picture'
import { trimmedText } from './text'
import {
  guestCommentSchema,
  newCommentSchema,
  pairSchema,
  verdictChange,
  verdictSchema,
} from './verdicts'

/** Whoever has the link may look; its cookie tells who judges. No handler trusts another id. */
const secret = z.string()
const pictureId = z.guid('There is no such picture: picture ids are UUIDs.').check(z.toLowerCase())
const commentId = z.guid('There is no such comment: comment ids are UUIDs.').check(z.toLowerCase())

/** With an ETag: 304 while nothing that this guest sees has changed. */
export const getGuestView = {
  method: 'GET',
  path: '/api/r/[secret]',
  access: 'open',
  params: z.object({ secret }),
  answer: guestViewSchema,
} satisfies Contract

/** The bytes. `original` where downloads are allowed, as a file to save. */
export const getGuestPicture = {
  method: 'GET',
  path: '/api/r/[secret]/pictures/[pictureId]',
  access: 'open',
  params: z.object({ secret, pictureId }),
  query: z.object({ size: z._default(z.enum(pictureSizes), 'page') }),
  answer: null,
} satisfies Contract

/** Says who one is, and sets the cookie that remembers it; again: another name for the same guest. */
export const postGuest = {
  method: 'POST',
  path: '/api/r/[secret]/guest',
  access: 'open',
  params: z.object({ secret }),
  body: z.strictObject({
    name: trimmedText(40).check(z.minLength(1, 'Say your name.')),
  }),
  answer: z.object({ you: youSchema }),
} satisfies Contract

/** One pick too many: `pick_limit`, and nothing is changed, the rating neither. */
export const putVerdict = {
  method: 'PUT',
  path: '/api/r/[secret]/pictures/[pictureId]/verdict',
  access: 'open',
  params: z.object({ secret, pictureId }),
  body: verdictChange,
  /** `picks`: how many this guest has now. */
  answer: z.object({ verdict: verdictSchema, picks: z.number() }),
} satisfies Contract

export const postPair = {
  method: 'POST',
  path: '/api/r/[secret]/pairs',
  access: 'open',
  params: z.object({ secret }),
  body: pairSchema,
  answer: z.object({ pair: pairSchema }),
} satisfies Contract

export const postComment = {
  method: 'POST',
  path: '/api/r/[secret]/pictures/[pictureId]/comments',
  access: 'open',
  params: z.object({ secret, pictureId }),
  body: newCommentSchema,
  answer: z.object({ comment: guestCommentSchema }),
} satisfies Contract

/** One's own only. */
export const deleteComment = {
  method: 'DELETE',
  path: '/api/r/[secret]/pictures/[pictureId]/comments/[commentId]',
  access: 'open',
  params: z.object({ secret, pictureId, commentId }),
  answer: z.object({ deleted: z.boolean() }),
} satisfies Contract

/** Takes no body. */
export const postDone = {
  method: 'POST',
  path: '/api/r/[secret]/done',
  access: 'open',
  params: z.object({ secret }),
  answer: z.object({ you: youSchema }),
} satisfies Contract

/** Server-sent events: `events.ts`. */
export const getGuestEvents = {
  method: 'GET',
  path: '/api/r/[secret]/events',
  access: 'open',
  params: z.object({ secret }),
  answer: null,
} satisfies Contract
