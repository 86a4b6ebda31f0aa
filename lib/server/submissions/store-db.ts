import 'server-only'
import { and, count, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { BudgetLimits } from '../billing/budget'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../jobs/krea'
import { claim, find, leaseUntil } from './claim'
import { outcomeOf } from './outcome'
import type { Purchase, Submission, SubmissionStore } from './store'

type Options = {
  /** Opened at its first use; asked again after a failure. */
  database: () => Promise<Database>
  mode: Mode
  /** A UUID of this process. */
  instance: string
  caps: BudgetLimits
  now: () => number
  sleep: (ms: number) => Promise<void>
}

const beatMs = 1_500
const lookMs = 100

/**
 * The memory behind exactly-once, shared between processes and kept over restarts. Its `claim` waits
 * while another process sends the same key, and reserves the price.
 */
export function createLedgerStore(options: Options): SubmissionStore {
  const { database, mode, instance, now } = options
  const lease = keepLeases(options)

  async function take(key: string, submission: Submission, purchase: Purchase) {
    const db = await database()
    for (;;) {
      const held = await claim(db, {
        key,
        submission,
        purchase,
        mode,
        instance,
        caps: options.caps,
      })
      if (held === null) return null
      if (held.state !== 'sending' || held.stale) return submissionOf(held)
      await options.sleep(lookMs)
    }
  }

  return {
    async claim(key, submission, purchase) {
      const held = await take(key, submission, purchase)
      if (held === null) lease.keep(key)
      return held
    },

    async get(key) {
      const held = await find(await database(), key)
      return held && submissionOf(held)
    },

    async accept(key, job) {
      lease.drop(key)
      const db = await database()
      try {
        await db
          .update(submissions)
          .set({ jobId: job.id, job, ...outcomeOf(job, now()) })
          .where(eq(submissions.key, key))
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async lose(key, sentUntil) {
      lease.drop(key)
      const db = await database()
      await db
        .update(submissions)
        .set({ state: 'unknown', sentUntil: new Date(sentUntil) })
        .where(and(eq(submissions.key, key), eq(submissions.state, 'sending')))
    },

    async release(key) {
      lease.drop(key)
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
    async alsoLost(key, from, until) {
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
function keepLeases({ database }: Options) {
  const keys = new Set<string>()
  let beat: ReturnType<typeof setInterval> | undefined

  async function renew(): Promise<void> {
    const db = await database()
    await db
      .update(submissions)
      .set({ leaseUntil })
      .where(and(inArray(submissions.key, [...keys]), eq(submissions.state, 'sending')))
  }

  return {
    keep(key: string) {
      keys.add(key)
      // A lease that cannot be renewed runs out: others then look for the job and send nothing.
      beat ??= setInterval(() => renew().catch(() => undefined), beatMs).unref()
    },
    drop(key: string) {
      keys.delete(key)
      if (keys.size > 0) return
      clearInterval(beat)
      beat = undefined
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

/** Another key owns that job. Drizzle wraps what the driver throws. */
function isDuplicate(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === uniqueViolation
}
