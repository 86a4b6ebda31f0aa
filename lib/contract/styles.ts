import * as z from 'zod/mini'
import type { Contract } from './contract'
import { jobAnswer } from './jobs'

const maxQueryLength = 200
const maxIds = 50

/** Whose styles: the community's, Krea's, those of this token, or those shared with its workspace. */
export const styleFilters = ['all', 'community', 'krea', 'user', 'shared'] as const
export type StyleFilter = (typeof styleFilters)[number]

/** Krea knows styles without a name, without a picture and without an owner. */
const styleSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  /** A prompt that suits it. */
  prompt: z.nullable(z.string()),
  /** In Krea's words, such as `flux_dev`. Empty where it does not say. */
  models: z.array(z.string()),
  likes: z.number(),
  owner: z.nullable(z.string()),
})

export type Style = z.infer<typeof styleSchema>

const text = z.optional(z.string().check(z.maxLength(1_000)))

export const getStyles = {
  method: 'GET',
  path: '/api/styles',
  access: 'unlocked',
  query: z.object({
    /** Part of a name, or an id. */
    q: z.optional(
      z.pipe(
        z.string(),
        z.transform((query: string) => query.trim().slice(0, maxQueryLength)),
      ),
    ),
    filter: z.optional(z.enum(styleFilters)),
    /** A model's id: only styles that fit it. */
    model: text,
    /** From the answer before. */
    cursor: text,
    /** Just these, comma-separated. The answer lacks those that Krea does not know. */
    ids: z.optional(
      z.pipe(
        z.pipe(
          z.string(),
          z.transform((ids: string) => ids.split(',').filter((id) => id !== '')),
        ),
        z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(maxIds)),
      ),
    ),
  }),
  /** `cursor`: there may be more. A search may find nothing in a part of the list and go on. */
  answer: z.object({ styles: z.array(styleSchema), cursor: z.nullable(z.string()) }),
} satisfies Contract

const params = z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) })
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
const styleAnswer = z.object({ style: styleSchema })

export const renameStyle = {
  method: 'PATCH',
  path: '/api/styles/[id]',
  access: 'unlocked',
  params,
  body: z.object({ name }),
  answer: styleAnswer,
} satisfies Contract

/** With everybody who uses this token's workspace on Krea. */
export const shareStyle = {
  method: 'POST',
  path: '/api/styles/[id]/share',
  access: 'unlocked',
  params,
  answer: z.object({ shared: z.boolean() }),
} satisfies Contract

export const unshareStyle = { ...shareStyle, method: 'DELETE' } as const satisfies Contract

/** What training offers, from Krea's document; `null` where the document has no training. */
export const getTraining = {
  method: 'GET',
  path: '/api/styles/train',
  access: 'unlocked',
  answer: z.object({
    training: z.nullable(
      z.object({
        models: z.array(z.string()),
        types: z.array(z.string()),
        minSteps: z.number(),
        maxSteps: z.nullable(z.number()),
        /** Dollars; `null` where Krea publishes no price. */
        price: z.nullable(z.number()),
        /** Dollars that a budget holds back for it. */
        reserved: z.number(),
      }),
    ),
  }),
} satisfies Contract

export type TrainingOptions = NonNullable<z.infer<(typeof getTraining)['answer']>['training']>

/** Costs money. The header `Idempotency-Key` as for `POST /api/jobs`. */
export const postTraining = {
  method: 'POST',
  path: '/api/styles/train',
  access: 'unlocked',
  spends: true,
  body: z.object({
    model: z.string(),
    name,
    urls: z.array(z.url().check(z.maxLength(1024))).check(z.minLength(1), z.maxLength(2_000)),
    type: z.optional(z.string()),
    triggerWord: z.optional(z.string().check(z.maxLength(100))),
    steps: z.optional(z.int()),
  }),
  answer: jobAnswer,
} satisfies Contract
