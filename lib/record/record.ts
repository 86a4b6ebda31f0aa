import * as z from 'zod/mini'
import type { Job, JobImage } from '../contract/jobs'
import { jobSchema } from '../contract/jobs'

/** ms since 1970, of a day that a calendar can show: `Date` throws beyond it. */
export const timeSchema = z.number().check(z.gte(-8.64e15), z.lte(8.64e15))

const positive = z.number().check(z.positive())

/**
 * Why a record has no picture. `code` is one of `lib/contract/errors.ts`, Krea's own code for a failed job
 * (`nsfw`, …), or the page's (`not_sent`, `no_picture`, `failed`). `message` is a sentence for people.
 */
const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  charged: z.enum(['no', 'yes', 'unknown']),
  at: timeSchema,
  requestId: z.optional(z.string()),
  retryAfterMs: z.optional(z.number()),
  /** The setting to change, where it is no field of the model: `webhookUrl`. */
  field: z.optional(z.string()),
  /** The model to use instead of a retired one. */
  replacement: z.optional(z.string()),
  /** What Krea itself answered. */
  krea: z.optional(z.object({ status: z.number(), message: z.optional(z.string()) })),
  /** A lost job was looked for, and not found. */
  checked: z.optional(z.boolean()),
})

/**
 * The facts of a saved picture. `sha256` is null where the page is not in a secure context. `original` is false
 * once its bytes were deleted to free space: the thumbnail stays.
 */
const pictureSchema = z.object({
  type: z.string(),
  bytes: z.number(),
  width: positive,
  height: positive,
  sha256: z.nullable(z.string()),
  original: z._default(z.boolean(), true),
})

/** Another finished file of a job that made several. `at`: which of them, from 1; the first is the picture itself. */
const otherFileSchema = z.extend(pictureSchema, { at: z.number() })

const stateSchema = z.discriminatedUnion('kind', [
  /** In this browser's queue, lowest `place` first. Nothing has been sent. */
  z.object({ kind: z.literal('waiting'), place: z.number() }),
  /**
   * Written before the request leaves; a reload finds it and asks again with the same key. `isCancelled`: its job is
   * to be cancelled as soon as Krea names it.
   */
  z.object({ kind: z.literal('submitting'), isCancelled: z.optional(z.boolean()) }),
  /**
   * `progressAt`: when the job last changed. `missingSince`: since when Krea does not know it. `askedAt`: when
   * the page asked for this answer.
   */
  z.object({
    kind: z.literal('running'),
    job: jobSchema,
    progressAt: timeSchema,
    missingSince: z.nullable(timeSchema),
    askedAt: z.optional(timeSchema),
  }),
  /** Krea has the picture, this browser not yet. `problem`: why the last attempt to save it failed. */
  z.object({ kind: z.literal('saving'), job: jobSchema, problem: z.nullable(failureSchema) }),
  z.object({
    kind: z.literal('done'),
    job: jobSchema,
    picture: pictureSchema,
    others: z.optional(z.array(otherFileSchema)),
  }),
  /** `job` is null when Krea accepted none that we know of. */
  z.object({ kind: z.literal('failed'), job: z.nullable(jobSchema), failure: failureSchema }),
  z.object({ kind: z.literal('cancelled'), job: jobSchema }),
])

/** One click of Generate and its result: everything that a tile shows. */
export const recordSchema = z.object({
  /** A version 7 UUID, so that ids sort by time; also the request's Idempotency-Key. */
  id: z.string(),
  /** Milliseconds since 1970, by this browser's clock. */
  createdAt: timeSchema,
  model: z.string(),
  modelName: z.string(),
  prompt: z.string(),
  input: z.record(z.string(), z.json()),
  price: z.nullable(z.object({ amount: z.number(), exact: z.boolean() })),
  typicalSeconds: z.nullable(z.number()),
  /** Width over height: of the request, then of the picture. */
  aspect: positive,
  /** Each distinct preview, and when it was first seen. */
  previews: z.array(z.object({ url: z.string(), at: timeSchema })),
  state: stateSchema,
  favourite: z._default(z.boolean(), false),
  /** Ids of the boards it lies on. */
  boards: z._default(z.array(z.string()), []),
  /** Ids of the records whose pictures went into its request. */
  parents: z._default(z.array(z.string()), []),
  /** When it was deleted, in ms since 1970: it is hidden at once, and removed soon after. Null if it was not. */
  deletedAt: z._default(z.nullable(timeSchema), null),
  /** Whether the last such job showed pictures on the way, as far as this browser knows. */
  showsPreviews: z.optional(z.boolean()),
  /** When its run time began: when it left the queue, and again while it is in Krea's backlog. */
  startedAt: z.optional(timeSchema),
  /** How often Krea was too busy for it, and since when. */
  busy: z.optional(z.object({ times: z.number(), since: timeSchema })),
  /** The experiment it was made for, and its cell there. */
  experiment: z.optional(z.object({ id: z.string(), cell: z.string() })),
  /** The address that Krea was asked to call when the job ends. */
  webhookUrl: z.optional(z.string()),
})

export type GalleryRecord = z.infer<typeof recordSchema>
export type Failure = z.infer<typeof failureSchema>
export type Picture = z.infer<typeof pictureSchema>
export type OtherFile = z.infer<typeof otherFileSchema>

/** When a record's job began to run, as far as we know; ms since 1970. */
export const startOf = ({ startedAt, createdAt }: GalleryRecord): number => startedAt ?? createdAt

/** Whether its job shows pictures on the way, as far as we know: those of models that Krea hosts do. */
export const showsPreviews = (record: GalleryRecord): boolean =>
  record.previews.length > 0 || (record.showsPreviews ?? jobOf(record)?.external === false)

/** The job as Krea last described it; null where it accepted none that we know of. */
export function jobOf({ state }: GalleryRecord): Job | null {
  switch (state.kind) {
    case 'waiting':
    case 'submitting':
      return null
    case 'running':
    case 'saving':
    case 'done':
    case 'failed':
    case 'cancelled':
      return state.job
    default:
      return state satisfies never
  }
}

/** The facts of the picture that this browser keeps, if it does. */
export const pictureOf = ({ state }: GalleryRecord): Picture | null =>
  state.kind === 'done' ? state.picture : null

/** Undefined for a record that this version cannot read: it stays in the store, untouched and hidden. */
export function parseRecord(value: unknown): GalleryRecord | undefined {
  const parsed = recordSchema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** The other finished files of its job that this browser keeps. */
export const otherFilesOf = ({ state }: GalleryRecord): OtherFile[] =>
  (state.kind === 'done' && state.others) || []

/** All that its job made, as Krea lists it. */
export const finalImages = (record: GalleryRecord): JobImage[] =>
  jobOf(record)?.images.filter(({ kind }) => kind === 'final') ?? []

/** The finished picture's address at Krea, once there is one. */
export const finalUrl = (record: GalleryRecord): string | undefined => finalImages(record)[0]?.url
