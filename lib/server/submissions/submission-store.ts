import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Input } from '@/lib/catalog/field'
import type { Job } from '@/lib/contract/jobs'

/** What a key stands for. Its POST was sent between `sentFrom` and `sentUntil`, in ms. */
export type Submission = {
  /** Shows whether the same key comes with the same body. */
  fingerprint: string
  sentFrom: number
  sentUntil: number | null
  state: 'sending' | 'accepted' | 'unknown'
  /** As first answered, once accepted. */
  job: Job | null
}

/** The buyer, the request and the price, for a store that is a ledger. */
export type Purchase = {
  model: string
  input: Input
  visitor: string
  /** The guest pass that pays, if any. */
  passId: string | null
  /** Micro-dollars to reserve; `exact` when Krea publishes this very price. */
  micros: number
  exact: boolean
  /** Hard to guess: the end of the address that Krea may call when the job ends. */
  hook: string
}

/** What makes submissions exactly-once, in memory or in a database. */
export type SubmissionStore = {
  /**
   * Claims a key in one step: the existing submission, or `null` when the key is now the caller's.
   * @throws ApiError `budget_exceeded` or `forbidden`; then the key is still free
   */
  claim(key: string, submission: Submission, purchase: Purchase): Promise<Submission | null>
  get(key: string): Promise<Submission | null>
  /** Gives a job to a key; `false` when another key owns it. */
  accept(key: string, job: Job): Promise<boolean>
  /** The answer was lost at `sentUntil`. */
  markUnknown(key: string, sentUntil: number): Promise<void>
  /** Nothing was made: the key is free again. */
  release(key: string): Promise<void>
  isOwned(jobId: string): Promise<boolean>
  /** Other keys whose answer was lost while this submission was in flight. */
  countUnknown(key: string, from: number, until: number): Promise<number>
}

const maxKeys = 10_000

export function memorySubmissionStore(): SubmissionStore {
  const byKey = new LRUCache<string, Submission>({ max: maxKeys })
  const owners = new LRUCache<string, string>({ max: maxKeys })
  const change = (key: string, to: Partial<Submission>) => {
    const submission = byKey.get(key)
    if (submission) byKey.set(key, { ...submission, ...to })
  }
  return {
    async claim(key, submission) {
      const existing = byKey.get(key)
      if (existing) return existing
      byKey.set(key, submission)
      return null
    },
    async get(key) {
      return byKey.get(key) ?? null
    },
    async accept(key, job) {
      const owner = owners.get(job.id) ?? key
      if (owner !== key) return false
      owners.set(job.id, key)
      change(key, { state: 'accepted', job })
      return true
    },
    async markUnknown(key, sentUntil) {
      change(key, { state: 'unknown', sentUntil })
    },
    async release(key) {
      byKey.delete(key)
    },
    async isOwned(jobId) {
      return owners.get(jobId) !== undefined
    },
    async countUnknown(key, from, until) {
      return [...byKey.entries()].filter(
        ([other, { state, sentFrom, sentUntil }]) =>
          other !== key &&
          state === 'unknown' &&
          sentFrom <= until &&
          (sentUntil ?? sentFrom) >= from,
      ).length
    },
  }
}
