import 'server-only'
import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { JobPage, KreaClient } from '@/lib/krea/client'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../env'
import { madeBetween, marginMs } from './find-lost'
import { outcomeOf, recordOutcome } from './outcome'
import { withoutOwner } from './owners'

type Sweep = {
  db: Database
  mode: Mode
  client: Pick<KreaClient, 'getJob' | 'listJobs'>
  /** ms */
  now: number
}

/** Its sender may still be waiting for Krea, and whoever polls a job records its end. */
const minAgeMs = 60_000
/** Krea's list is up to date by then: a job that is not in it was never made. */
const listCompleteMs = 3 * 60_000
/** Krea itself ends jobs after 2 hours at the latest. */
const maxJobMs = 130 * 60_000
const maxRows = 200
const maxReads = 20
const pageSize = 1_000

/**
 * Finds out how jobs ended that nobody polled: nothing stays reserved for ever.
 * @throws ApiError when Krea does not answer; the next sweep tries again
 */
export async function sweep({ db, mode, client, now }: Sweep): Promise<void> {
  await giveUpDeadSenders(db)
  const rows = await db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.mode, mode),
        inArray(submissions.state, ['unknown', 'accepted']),
        lt(submissions.sentFrom, new Date(now - minAgeMs)),
      ),
    )
    .orderBy(asc(submissions.sentFrom))
    .limit(maxRows)
  if (rows.length === 0) return
  const page = await client.listJobs({ limit: pageSize })
  const listed = new Map(page.jobs.map((job) => [job.id, job]))
  const single: SubmissionRow[] = []
  for (const row of rows) {
    const job = row.jobId === null ? undefined : listed.get(row.jobId)
    if (row.jobId === null) await resolveUnknown(db, mode, row, page, now)
    else if (job && job.phase !== 'failed') await recordIfEnded(db, row, job, now)
    else single.push(row)
  }
  for (const row of single.slice(0, maxReads)) await readSingle(db, client, row, now)
}

/** The POST of a dead process may have reached Krea for as long as a living process waits for the answer. */
async function giveUpDeadSenders(db: Database): Promise<void> {
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

async function recordIfEnded(db: Database, row: SubmissionRow, job: Job, now: number) {
  if (isEnded(job)) return recordOutcome(db, job, now)
  if (now - row.sentFrom.getTime() > maxJobMs) await recordOutcome(db, overdue(job), now)
}

async function readSingle(
  db: Database,
  client: Sweep['client'],
  row: SubmissionRow,
  now: number,
): Promise<void> {
  if (row.jobId === null || row.job === null) return
  try {
    await recordIfEnded(db, row, await client.getJob(row.jobId), now)
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not_found') throw error
    await recordOutcome(db, gone(row.job), now)
  }
}

/**
 * For an answer that never came. One job of that moment without an owner: it is this submission's. None:
 * it was never made. Several: after Krea's own limits it counts as billed if any of them was.
 */
async function resolveUnknown(
  db: Database,
  mode: Mode,
  row: SubmissionRow,
  page: JobPage,
  now: number,
): Promise<void> {
  const sentFrom = row.sentFrom.getTime()
  if (now - sentFrom < listCompleteMs) return
  const over = now - sentFrom > maxJobMs
  const from = sentFrom - marginMs
  const until = (row.sentUntil?.getTime() ?? sentFrom) + marginMs
  const oldest = page.jobs.at(-1)
  const complete = page.nextCursor === null || (oldest && Date.parse(oldest.createdAt) < from)
  if (!complete) return over ? markLost(db, row, 'unknown', now) : undefined
  const free = await withoutOwner(db, madeBetween(page, from, until, now))
  const [job, ...others] = free
  if (!job) return markLost(db, row, 'no', now)
  if (others.length === 0 && (await isOnlyUnknown(db, mode, row, from, until)))
    return assignJob(db, row, job, now)
  const billed = free.some(({ phase }) => phase === 'succeeded')
  if (over) await markLost(db, row, billed ? 'unknown' : 'no', now)
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

async function assignJob(db: Database, row: SubmissionRow, job: Job, now: number): Promise<void> {
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
