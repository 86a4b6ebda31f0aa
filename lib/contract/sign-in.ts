import * as z from 'zod/mini'
import type { Contract } from './contract'

const body = z.object({ password: z.string().check(z.maxLength(1_000)) })
const lockedAnswer = z.object({ locked: z.boolean() })
const ownerAnswer = z.object({ owner: z.boolean() })

/** With the shared password. Where nothing is locked no body is read. */
export const unlock = {
  method: 'POST',
  path: '/api/unlock',
  access: 'open',
  body,
  answer: lockedAnswer,
} satisfies Contract

/** Ends every session of this browser but the visitor's. */
export const lock = {
  method: 'DELETE',
  path: '/api/unlock',
  access: 'open',
  answer: lockedAnswer,
} satisfies Contract

export const signInOwner = {
  method: 'POST',
  path: '/api/owner',
  access: 'open',
  body,
  answer: ownerAnswer,
} satisfies Contract

export const signOutOwner = {
  method: 'DELETE',
  path: '/api/owner',
  access: 'open',
  answer: ownerAnswer,
} satisfies Contract
