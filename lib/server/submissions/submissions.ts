import 'server-only'
import { createHash } from 'node:crypto'
import { ApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { budgetLimitsOf } from '../billing/budget-limits'
import { ledgerIfOn } from '../db/connection'
import { shared } from '../shared'
import { findLost } from './find-lost'
import {
  memorySubmissionStore,
  type Purchase,
  type Submission,
  type SubmissionStore,
} from './store'
import { createLedgerStore } from './store-db'

export type Order = Purchase & {
  /** The `Idempotency-Key`: one key, one job. */
  key: string
  client: KreaClient
  /** Guards that a fresh submission passes and a repeated one does not. */
  beforeSending: () => Promise<void>
  /** Where Krea is to tell that the job has ended. */
  webhookUrl?: string
}

/** `fresh` when this very call made the job. */
export type Submitted = { job: Job; fresh: boolean }

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> }

export type Submissions = ReturnType<typeof createSubmissions>

/**
 * Makes a key's job exactly once, however often and from wherever it is asked for. A POST whose answer
 * was lost is never sent again: the job is looked for in Krea's list instead.
 * @throws ApiError `submit_unknown` when it cannot be found; asking again looks again
 */
export function createSubmissions(store: SubmissionStore, clock: Clock) {
  const underWay = new Map<string, { fingerprint: string; job: Promise<Job> }>()
  const sending = new Set<Promise<unknown>>()

  async function submit(order: Order): Promise<Submitted> {
    const { key } = order
    const fingerprint = fingerprintOf(order)
    const other = underWay.get(key)
    if (other) {
      requireSame(fingerprint, other.fingerprint)
      return { job: await other.job, fresh: false }
    }
    let fresh = false
    const job = (async () => {
      const held = await store.claim(key, freshSubmission(fingerprint, clock.now()), order)
      fresh = held === null
      if (held === null) return send(order)
      requireSame(fingerprint, held.fingerprint)
      return held.job ?? lookAgain(order, held)
    })().finally(() => underWay.delete(key))
    underWay.set(key, { fingerprint, job })
    return { job: await job, fresh }
  }

  async function send(order: Order): Promise<Job> {
    const { key, client } = order
    try {
      await order.beforeSending()
      const post = client.createJob(order.model, order.input, {
        webhookUrl: order.webhookUrl,
      })
      return await tracked(post.then((made) => settle(key, made)))
    } catch (error) {
      // A mistake of our own says nothing about the job: the key stays taken, and a repeat looks.
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'submit_unknown') {
        await store.lose(key, clock.now())
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

  async function settle(key: string, job: Job): Promise<Job> {
    if (await store.accept(key, job)) return job
    throw new ApiError(
      'submit_unknown',
      'Krea answered with a job that belongs to another picture: one of your own may exist.',
    )
  }

  async function lookAgain({ client, key }: Order, held: Submission): Promise<Job> {
    if (held.state === 'sending') await store.lose(key, clock.now())
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
function fingerprintOf({ model, input }: Order): string {
  const sorted = JSON.stringify({ model, input }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('base64url')
}

export const submissions = shared('submissions', () => {
  const clock: Clock = {
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
  const books = ledgerIfOn()
  const store = books
    ? createLedgerStore({ ...books, caps: budgetLimitsOf(), ...clock })
    : memorySubmissionStore()
  return createSubmissions(store, clock)
})
