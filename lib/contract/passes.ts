import * as z from 'zod/mini'
import type { Contract } from './contract'

/** A guest pass as its owner sees it; dollars. `null` models: every one. */
const passSchema = z.object({
  id: z.string(),
  name: z.string(),
  dollars: z.number(),
  /** Spent or reserved. */
  spent: z.number(),
  jobs: z.number(),
  models: z.nullable(z.array(z.string())),
  createdAt: z.string(),
  expiresAt: z.nullable(z.string()),
  state: z.enum(['open', 'spent', 'expired', 'revoked']),
})

export type Pass = z.infer<typeof passSchema>

/** `url` holds the secret and is never shown again; `qr` is an SVG of it. */
const newPassAnswer = z.object({ pass: passSchema, url: z.string(), qr: z.string() })

export type NewPassAnswer = z.infer<typeof newPassAnswer>

export const getPasses = {
  method: 'GET',
  path: '/api/passes',
  access: 'owner',
  answer: z.object({ passes: z.array(passSchema) }),
} satisfies Contract

/** No `models`: every one; no `expiresAt`: until it is spent. */
export const postPass = {
  method: 'POST',
  path: '/api/passes',
  access: 'owner',
  body: z.strictObject({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    dollars: z.number().check(z.positive(), z.maximum(100_000)),
    expiresAt: z.nullish(z.iso.datetime()),
    models: z.nullish(
      z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(500)),
    ),
  }),
  answer: newPassAnswer,
} satisfies Contract

const passParams = z.object({
  id: z.guid('There is no such pass: pass ids are UUIDs.').check(z.toLowerCase()),
})

/** Tops up or extends: `dollars` is the whole budget, so that sent twice it is the same. Absent: as it is. */
export const changePass = {
  method: 'PATCH',
  path: '/api/passes/[id]',
  access: 'owner',
  params: passParams,
  body: z.strictObject({
    dollars: z.optional(z.number().check(z.positive(), z.maximum(100_000))),
    /** `null`: until it is spent. */
    expiresAt: z.optional(z.nullable(z.iso.datetime())),
  }),
  answer: z.object({ pass: passSchema }),
} satisfies Contract

/** The row stays, for the ledger. */
export const revokePass = {
  method: 'DELETE',
  path: '/api/passes/[id]',
  access: 'owner',
  params: passParams,
  answer: z.object({ revoked: z.literal(true) }),
} satisfies Contract

/** A guest's link: puts the pass into a cookie and goes to the playground. */
export const openPass = {
  method: 'GET',
  path: '/p/[secret]',
  access: 'open',
  params: z.object({ secret: z.string() }),
  answer: null,
} satisfies Contract
