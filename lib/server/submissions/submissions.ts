import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError, isApiError, withCharged } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { toUnavailable } from '../db/unavailable'
import { within } from '../db/within'
import { findLost } from './find-lost'
import { fingerprintOf, requireSame } from './fingerprint'
import type { Purchase, Submission, SubmissionStore } from './submission-store'

export type SubmissionRequest = Purchase & {
  /** The `Idempotency-Key`: one key, one job. */
  key: string
  client: KreaClient
  /** Limits for fresh submissions, asked before anything is reserved. A repeated one skips them. */
  beforeClaim: () => Promise<void>
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

const maxSent = 10_000
/** A store that fails may answer a mere look. */
const maxLookMs = 2_000

/**
 * Makes a key's job exactly once, however often and from wherever it is submitted. A POST whose answer
 * was lost is never sent again: the job is searched in Krea's list instead.
 *
 * Once a POST may have left, no error says that nothing was made: whatever fails then, the store too, is
 * `submit_unknown`, and the same key may ask again. A refusal says so only if the store shows that its key was
 * never sent: another process may have sent it.
 * @throws ApiError `submit_unknown` when it cannot be found; asking again looks again
 */
export function createSubmissions(store: SubmissionStore, clock: Clock) {
  const inFlight = new Map<string, { fingerprint: string; job: Promise<Job> }>()
  const sending = new Set<Promise<unknown>>()
  /** Keys whose POST may have left, with the job that the store could not be told of. */
  const sent = new LRUCache<string, { job: Job | null }>({ max: maxSent })

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
      const existing = await claim(request, fingerprint)
      fresh = existing === null
      if (existing === null) return send(request)
      requireSame(fingerprint, existing.fingerprint)
      return existing.job ?? lookAgain(request, existing)
    })().finally(() => inFlight.delete(key))
    inFlight.set(key, { fingerprint, job })
    return { job: await job, fresh }
  }

  async function claim(request: SubmissionRequest, fingerprint: string) {
    const { key } = request
    try {
      await requireAllowed(request)
      return await store.claim(key, freshSubmission(fingerprint, clock.now()), request)
    } catch (error) {
      if (sent.has(key)) throw unknown(error)
      const unavailable = toUnavailable(error)
      throw unavailable ? await refusal(key, unavailable) : error
    }
  }

  /** The error for a request that is refused before its key is claimed: an earlier request may have bought a job. */
  async function refusal(key: string, error: ApiError): Promise<ApiError> {
    const isNew = await within(maxLookMs, store.get(key)).then(
      (submission) => submission === null,
      () => false,
    )
    return isNew ? error : withCharged(error, 'unknown')
  }

  /** A flood of refused visitors reserves nothing. */
  async function requireAllowed({ key, beforeClaim }: SubmissionRequest): Promise<void> {
    if (sent.has(key)) return
    try {
      await beforeClaim()
    } catch (error) {
      if ((await store.get(key)) === null) throw error
    }
  }

  async function send(request: SubmissionRequest): Promise<Job> {
    const { key, client, model, input, webhookUrl, fieldNames } = request
    sent.set(key, { job: null })
    try {
      const post =
        request.createJob?.() ?? client.createJob(model, input, { webhookUrl, fieldNames })
      return await tracked(post.then((made) => accept(key, made)))
    } catch (error) {
      // Only Krea's own word says that there is no job.
      if (isApiError(error) && error.code !== 'submit_unknown') {
        sent.delete(key)
        await store.release(key).catch(() => undefined)
        throw error
      }
      const lost = unknown(error)
      await store.markUnknown(key, clock.now()).catch(() => undefined)
      return recover(client, key, lost)
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

  /** The job is there: a store that fails now must not make it look otherwise. */
  async function accept(key: string, job: Job): Promise<Job> {
    sent.set(key, { job })
    const isOwner = await store.accept(key, job).catch((error) => {
      throw unknown(error)
    })
    sent.set(key, { job: null })
    if (isOwner) return job
    throw new ApiError(
      'submit_unknown',
      'Krea answered with a job that belongs to another picture: one of your own may exist.',
    )
  }

  async function lookAgain({ client, key }: SubmissionRequest, existing: Submission): Promise<Job> {
    const lost = new ApiError('submit_unknown')
    if (existing.state === 'sending')
      await store.markUnknown(key, clock.now()).catch((error) => {
        throw unknown(error)
      })
    return recover(client, key, lost)
  }

  async function recover(client: KreaClient, key: string, lost: ApiError): Promise<Job> {
    try {
      const submission = await store.get(key)
      const known = sent.get(key)?.job ?? null
      const job =
        known ??
        (submission && (await findLost({ client, key, submission, store, sending, clock })))
      if (!job || !(await store.accept(key, job))) throw lost
      if (known) sent.set(key, { job: null })
      return job
    } catch (error) {
      throw error === lost ? lost : unknown(error)
    }
  }

  /** For what is refused before it is submitted. */
  const refuse =
    (key: string) =>
    async (error: unknown): Promise<never> => {
      throw isApiError(error) ? await refusal(key, error) : error
    }

  return { submit, refuse }
}

/** Whatever failed: the job may exist, and may be billed. */
function unknown(cause: unknown): ApiError {
  if (isApiError(cause) && cause.code === 'submit_unknown') return cause
  return new ApiError(
    'submit_unknown',
    'The request may have been sent, but what became of it cannot be written down or read just now: the job may exist, and may be billed.',
    { cause },
  )
}

const freshSubmission = (fingerprint: string, now: number): Submission => ({
  fingerprint,
  sentFrom: now,
  sentUntil: null,
  state: 'sending',
  job: null,
})
