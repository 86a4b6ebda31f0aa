import 'server-only'
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import { isEnded, type Job } from '@/lib/contract/jobs'
import type { JobPage, KreaClient } from '@/lib/krea/client'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import { settle } from '../jobs/archive-db'
import type { Mode } from '../jobs/krea'
import { madeBetween, marginMs } from './find-lost'
import { outcomeOf } from './outcome'

type Sweep = {
  db: Database
  mode: Mode
  client: Pick<KreaClient, 'getJob' | 'listJobs'>
  /** ms */
  now: number
}

/** Who sends may still be at it, and whoever waits for a job settles it by polling. */
const restMs = 60_000
/** Krea's list is up to date by then: a job that is not in it was never made. */
const certainMs = 3 * 60_000
/** Krea itself ends jobs after 2 hours at the latest. */
const limitMs = 130 * 60_000
const mostRows = 200
const mostReads = 20
const pageSize = 1_000

/**
 * Settles what nobody watched to its end: nothing stays reserved for ever.
 * @throws ApiError when Krea cannot be asked; then the next sweep will
 */
export async function sweep({ db, mode, client, now }: Sweep): Promise<void> {
  await giveUpSenders(db)
  const rows = await db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.mode, mode),
        inArray(submissions.state, ['unknown', 'accepted']),
        lt(submissions.sentFrom, new Date(now - restMs)),
      ),
    )
    .orderBy(asc(submissions.sentFrom))
    .limit(mostRows)
  if (rows.length === 0) return
  const page = await client.listJobs({ limit: pageSize })
  const listed = new Map(page.jobs.map((job) => [job.id, job]))
  const alone: SubmissionRow[] = []
  for (const row of rows) {
    const job = row.jobId === null ? undefined : listed.get(row.jobId)
    if (row.jobId === null) await findOut(db, mode, row, page, now)
    else if (job && job.phase !== 'failed') await settlePending(db, row, job, now)
    else alone.push(row)
  }
  for (const row of alone.slice(0, mostReads)) await readAlone(db, client, row, now)
}

/** A POST of a dead process may have been under way as long as a living one waits for its answer. */
async function giveUpSenders(db: Database): Promise<void> {
  await db
    .update(submissions)
    .set({ state: 'unknown', sentUntil: sql`${submissions.leaseUntil} + interval '45 seconds'` })
    .where(
      and(
        eq(submissions.state, 'sending'),
        lt(submissions.leaseUntil, sql`now() - interval '1 minute'`),
      ),
    )
}

async function settlePending(db: Database, row: SubmissionRow, job: Job, now: number) {
  if (isEnded(job)) return settle(db, job, now)
  if (now - row.sentFrom.getTime() > limitMs) await settle(db, overdue(job), now)
}

async function readAlone(
  db: Database,
  client: Sweep['client'],
  row: SubmissionRow,
  now: number,
): Promise<void> {
  if (row.jobId === null || row.job === null) return
  try {
    await settlePending(db, row, await client.getJob(row.jobId), now)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not_found') throw error
    await settle(db, gone(row.job), now)
  }
}

/**
 * An answer that never came: the one job of that moment that nobody owns is taken for its own. None:
 * it was never made. Several: after Krea's own limits it counts as billed if any of them was.
 */
async function findOut(
  db: Database,
  mode: Mode,
  row: SubmissionRow,
  page: JobPage,
  now: number,
): Promise<void> {
  const sentFrom = row.sentFrom.getTime()
  if (now - sentFrom < certainMs) return
  const over = now - sentFrom > limitMs
  const from = sentFrom - marginMs
  const until = (row.sentUntil?.getTime() ?? sentFrom) + marginMs
  const oldest = page.jobs.at(-1)
  const complete = page.nextCursor === null || (oldest && Date.parse(oldest.createdAt) < from)
  if (!complete) return over ? markLost(db, row, 'unknown', now) : undefined
  const free = await withoutOwner(db, madeBetween(page, from, until, now))
  const [job, ...others] = free
  if (!job) return markLost(db, row, 'no', now)
  if (others.length === 0 && (await isOnlyUnknown(db, mode, row, from, until)))
    return adopt(db, row, job, now)
  const billed = free.some(({ phase }) => phase === 'succeeded')
  if (over) await markLost(db, row, billed ? 'unknown' : 'no', now)
}

export async function withoutOwner(db: Database, jobs: Job[]): Promise<Job[]> {
  if (jobs.length === 0) return []
  const ids = jobs.map(({ id }) => id)
  const rows = await db
    .select({ jobId: submissions.jobId })
    .from(submissions)
    .where(and(isNotNull(submissions.jobId), inArray(submissions.jobId, ids)))
  const owned = new Set(rows.map(({ jobId }) => jobId))
  return jobs.filter(({ id }) => !owned.has(id))
}

async function isOnlyUnknown(
  db: Database,
  mode: Mode,
  row: SubmissionRow,
  from: number,
  until: number,
): Promise<boolean> {
  const { sentFrom, sentUntil, state } = submissions
  const rows = await db
    .select({ key: submissions.key })
    .from(submissions)
    .where(
      and(
        eq(submissions.mode, mode),
        inArray(state, ['unknown', 'lost', 'sending']),
        lte(sentFrom, new Date(until)),
        or(isNull(sentUntil), gte(sentUntil, new Date(from))),
      ),
    )
  return rows.every(({ key }) => key === row.key)
}

async function adopt(db: Database, row: SubmissionRow, job: Job, now: number): Promise<void> {
  await db
    .update(submissions)
    .set({ jobId: job.id, job, ...outcomeOf(job, now) })
    .where(and(eq(submissions.key, row.key), eq(submissions.state, 'unknown')))
}

async function markLost(
  db: Database,
  row: SubmissionRow,
  charged: 'no' | 'unknown',
  now: number,
): Promise<void> {
  await db
    .update(submissions)
    .set({ state: 'lost', charged, endedAt: new Date(now) })
    .where(and(eq(submissions.key, row.key), eq(submissions.state, 'unknown')))
}

const failed = (job: Job, code: string, message: string): Job => ({
  ...job,
  status: 'failed',
  phase: 'failed',
  error: { code, message, charged: 'no' },
})

const overdue = (job: Job) =>
  failed(job, 'overdue', 'Krea ends jobs after two hours, and this one says no more.')

const gone = (job: Job) => failed(job, 'gone', 'Krea no longer knows this job.')
