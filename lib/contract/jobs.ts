import * as z from 'zod/mini'
import type { Contract } from './contract'

/** `status` is Krea's own word, also one that we have never seen. */
export const jobSchema = z.object({
  id: z.string(),
  status: z.string(),
  phase: z.enum(['pending', 'succeeded', 'failed', 'cancelled']),
  createdAt: z.string(),
  completedAt: z.nullable(z.string()),
  images: z.array(
    z.object({
      url: z.string(),
      kind: z.enum(['final', 'preview']),
      /** What the file is, where it is no picture. */
      type: z.optional(z.enum(['video', 'audio', 'model', 'file'])),
    }),
  ),
  /** Whether another provider runs it, which may take hours. Missing where Krea does not say. */
  external: z.optional(z.boolean()),
  /** Of a job that trains a style. */
  styleId: z.optional(z.string()),
  error: z.nullable(
    z.object({
      code: z.string(),
      message: z.string(),
      charged: z.enum(['no', 'yes', 'unknown']),
    }),
  ),
})

export type Job = z.infer<typeof jobSchema>
export type Phase = Job['phase']
export type JobImage = Job['images'][number]
export type JobError = NonNullable<Job['error']>

export const jobAnswer = z.object({ job: jobSchema })

const notAnId = 'There is no such job: job ids are UUIDs.'
const params = z.object({ id: z.guid(notAnId).check(z.toLowerCase()) })

/** The header `Idempotency-Key` holds a UUID: the same key again gives the same job, and costs nothing. */
export const postJob = {
  method: 'POST',
  path: '/api/jobs',
  access: 'unlocked',
  spends: true,
  body: z.object({
    model: z.string().check(z.maxLength(200)),
    input: z.record(z.string(), z.json()),
    webhookUrl: z.optional(z.string().check(z.maxLength(1_000))),
  }),
  answer: jobAnswer,
} satisfies Contract

export const maxIds = 100
const giveIds = `Give 1 to ${maxIds} job ids as ?ids=a,b,…`
const idList = z
  .array(z.guid(giveIds).check(z.toLowerCase()))
  .check(z.minLength(1, giveIds), z.maxLength(maxIds, giveIds))

export const getJobs = {
  method: 'GET',
  path: '/api/jobs',
  access: 'unlocked',
  query: z.object({
    ids: z.pipe(
      z.pipe(
        z.string(giveIds),
        z.transform((ids: string) => ids.split(',')),
      ),
      idList,
    ),
  }),
  /** `missing` are those that Krea does not know. One that could not be read just now is in neither. */
  answer: z.object({ jobs: z.array(jobSchema), missing: z.array(z.string()) }),
} satisfies Contract

export const getJob = {
  method: 'GET',
  path: '/api/jobs/[id]',
  access: 'unlocked',
  params,
  answer: jobAnswer,
} satisfies Contract

export const cancelJob = {
  method: 'DELETE',
  path: '/api/jobs/[id]',
  access: 'unlocked',
  params,
  /** The job as it stands after. */
  answer: jobAnswer,
} satisfies Contract
