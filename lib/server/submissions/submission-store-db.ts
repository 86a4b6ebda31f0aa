import 'server-only'
import { and, count, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { BudgetLimits } from '../billing/budget'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import { codesOf } from '../db/unavailable'
import { within } from '../db/within'
import type { Mode } from '../env'
import { claim, findClaim, leaseUntil } from './claim'
import { outcomeOf } from './outcome'
import type { Purchase, Submission, SubmissionStore } from './submission-store'
import { wellFormedJob } from './well-formed'

type Options = {
  /** Opened at its first use, and again after a failure. */
  database: () => Promise<Database>
  mode: Mode
  /** A UUID of this process. */
  instance: string
  limits: BudgetLimits
  now: () => number
  sleep: (ms: number) => Promise<void>
}

/** Longer than the busiest database takes; a visitor hears then that the outcome is not known. */
const maxWriteMs = 30_000
const renewEveryMs = 1_500
const pollMs = 100

/**
 * What makes submissions exactly-once, shared between processes and lasting over restarts. Its `claim`
 * waits while another process sends the same key, and reserves the price.
 */
export function createLedgerSubmissionStore(options: Options): SubmissionStore {
  const { database, mode, instance, now } = options
  const leases = renewLeases(options)

  async function claimOrWait(key: string, submission: Submission, purchase: Purchase) {
    const db = await database()
    for (;;) {
      const existing = await claim(db, {
        key,
        submission,
        purchase,
        mode,
        instance,
        limits: options.limits,
      })
      if (existing === null) return null
      if (existing.state !== 'sending' || existing.stale) return submissionOf(existing)
      await options.sleep(pollMs)
    }
  }

  return {
    async claim(key, submission, purchase) {
      const existing = await claimOrWait(key, submission, purchase)
      if (existing === null) leases.add(key)
      return existing
    },

    async get(key) {
      const existing = await findClaim(await database(), key)
      return existing && submissionOf(existing)
    },

    async accept(key, job) {
      leases.remove(key)
      const db = await database()
      try {
        const written = db
          .update(submissions)
          .set({ jobId: job.id, job: wellFormedJob(job), ...outcomeOf(job, now()) })
          .where(eq(submissions.key, key))
          .execute()
        await within(maxWriteMs, written)
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async markUnknown(key, sentUntil) {
      leases.remove(key)
      const db = await database()
      await db
        .update(submissions)
        .set({ state: 'unknown', sentUntil: new Date(sentUntil) })
        .where(and(eq(submissions.key, key), eq(submissions.state, 'sending')))
    },

    async release(key) {
      leases.remove(key)
      const db = await database()
      await db
        .delete(submissions)
        .where(and(eq(submissions.key, key), eq(submissions.state, 'sending')))
    },

    async isOwned(jobId) {
      const db = await database()
      const [row] = await db
        .select({ key: submissions.key })
        .from(submissions)
        .where(eq(submissions.jobId, jobId))
      return row !== undefined
    },

    /** What other processes are sending counts too: their jobs have no owner yet. */
    async countUnknown(key, from, until) {
      const { state, sentFrom, sentUntil } = submissions
      const elsewhere = and(eq(state, 'sending'), ne(submissions.instance, instance))
      const db = await database()
      const [row] = await db
        .select({ others: count() })
        .from(submissions)
        .where(
          and(
            eq(submissions.mode, mode),
            ne(submissions.key, key),
            or(inArray(state, ['unknown', 'lost']), elsewhere),
            lte(sentFrom, new Date(until)),
            or(isNull(sentUntil), gte(sentUntil, new Date(from))),
          ),
        )
      return row?.others ?? 0
    },
  }
}

/** Renews the leases of what this process sends, and rests while it sends nothing. */
function renewLeases({ database }: Options) {
  const keys = new Set<string>()
  let timer: ReturnType<typeof setInterval> | undefined

  async function renew(): Promise<void> {
    const db = await database()
    await db
      .update(submissions)
      .set({ leaseUntil })
      .where(and(inArray(submissions.key, [...keys]), eq(submissions.state, 'sending')))
  }

  return {
    add(key: string) {
      keys.add(key)
      // A lease that cannot be renewed runs out: others then look for the job and send nothing.
      timer ??= setInterval(() => renew().catch(() => undefined), renewEveryMs).unref()
    },
    remove(key: string) {
      keys.delete(key)
      if (keys.size > 0) return
      clearInterval(timer)
      timer = undefined
    },
  }
}

function submissionOf(row: SubmissionRow): Submission {
  return {
    fingerprint: row.fingerprint,
    sentFrom: row.sentFrom.getTime(),
    sentUntil: row.sentUntil?.getTime() ?? null,
    state: stateOf(row.state),
    job: row.job,
  }
}

function stateOf(state: SubmissionRow['state']): Submission['state'] {
  if (state === 'sending') return 'sending'
  return state === 'unknown' || state === 'lost' ? 'unknown' : 'accepted'
}

const uniqueViolation = '23505'

/** Another key owns that job. */
const isDuplicate = (error: unknown): boolean => codesOf(error).includes(uniqueViolation)
