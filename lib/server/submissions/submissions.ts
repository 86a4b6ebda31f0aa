import 'server-only'
import { createHash } from 'node:crypto'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { findLost } from './find-lost'
import type { Purchase, Submission, SubmissionStore } from './submission-store'

export type SubmissionRequest = Purchase & {
  /** The `Idempotency-Key`: one key, one job. */
  key: string
  client: KreaClient
  /** Checks of a fresh submission. A repeated one skips them. */
  beforeSending: () => Promise<void>
  /** The address for Krea to call when the job ends. */
  webhookUrl?: string
  /** Of the model: a refusal may name one of them that was not sent. */
  fieldNames?: string[]
  /** Makes the job, where it is not one of `POST /generate/…`. */
  createJob?: () => Promise<Job>
}

/** `fresh` when this very call made the job. */
export type Submitted = { job: Job; fresh: boolean }

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> }

/**
 * Makes a key's job exactly once, however often and from wherever it is submitted. A POST whose answer
 * was lost is never sent again: the job is searched in Krea's list instead.
 * @throws ApiError `submit_unknown` when it cannot be found; asking again looks again
 */
export function createSubmissions(store: SubmissionStore, clock: Clock) {
  const inFlight = new Map<string, { fingerprint: string; job: Promise<Job> }>()
  const sending = new Set<Promise<unknown>>()

  async function submit(request: SubmissionRequest): Promise<Submitted> {
    const { key } = request
    const fingerprint = fingerprintOf(request)
    const running = inFlight.get(key)
    if (running) {
      requireSame(fingerprint, running.fingerprint)
      return { job: await running.job, fresh: false }
    }
    let fresh = false
    const job = (async () => {
      const existing = await store.claim(key, freshSubmission(fingerprint, clock.now()), request)
      fresh = existing === null
      if (existing === null) return send(request)
      requireSame(fingerprint, existing.fingerprint)
      return existing.job ?? lookAgain(request, existing)
    })().finally(() => inFlight.delete(key))
    inFlight.set(key, { fingerprint, job })
    return { job: await job, fresh }
  }

  async function send(request: SubmissionRequest): Promise<Job> {
    const { key, client } = request
    try {
      await request.beforeSending()
      const { model, input, webhookUrl, fieldNames } = request
      const post =
        request.createJob?.() ?? client.createJob(model, input, { webhookUrl, fieldNames })
      return await tracked(post.then((made) => accept(key, made)))
    } catch (error) {
      // A mistake of our own says nothing about the job: the key stays claimed, and a repeat looks for it.
      if (!isApiError(error)) throw error
      if (error.code === 'submit_unknown') {
        await store.markUnknown(key, clock.now())
        return recover(client, key, error)
      }
      await store.release(key)
      throw error
    }
  }

  async function tracked<T>(post: Promise<T>): Promise<T> {
    sending.add(post)
    try {
      return await post
    } finally {
      sending.delete(post)
    }
  }

  async function accept(key: string, job: Job): Promise<Job> {
    if (await store.accept(key, job)) return job
    throw new ApiError(
      'submit_unknown',
      'Krea answered with a job that belongs to another picture: one of your own may exist.',
    )
  }

  async function lookAgain({ client, key }: SubmissionRequest, existing: Submission): Promise<Job> {
    if (existing.state === 'sending') await store.markUnknown(key, clock.now())
    return recover(client, key, new ApiError('submit_unknown'))
  }

  async function recover(client: KreaClient, key: string, lost: ApiError): Promise<Job> {
    const submission = await store.get(key)
    const job = submission && (await findLost({ client, key, submission, store, sending, clock }))
    if (!job || !(await store.accept(key, job))) throw lost
    return job
  }

  return { submit }
}

const freshSubmission = (fingerprint: string, now: number): Submission => ({
  fingerprint,
  sentFrom: now,
  sentUntil: null,
  state: 'sending',
  job: null,
})

function requireSame(one: string, other: string): void {
  if (one !== other)
    throw new ApiError(
      'invalid_request',
      'This Idempotency-Key was used for another request. Use a new one for each job.',
    )
}

/** The same for the same model and settings, whatever the order of their names. */
function fingerprintOf({ model, input }: SubmissionRequest): string {
  const sorted = JSON.stringify({ model, input }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('base64url')
}
