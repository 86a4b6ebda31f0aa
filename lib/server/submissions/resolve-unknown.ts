import 'server-only'
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Job } from '@/lib/contract/jobs'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../env'
import { madeBetween, marginMs } from './find-lost'
import type { JobList } from './list-jobs'
import { outcomeOf } from './outcome'
import { withoutOwner } from './owners'
import { maxJobMs } from './sweep-limits'
import { wellFormedJob } from './well-formed'

/** Krea's list is up to date by then: a job that is not in it was never made. */
const listCompleteMs = 3 * 60_000

/**
 * For an answer that never came. One job of that moment without an owner: it is this submission's. None:
 * it was never made. Several: after Krea's own limits it counts as billed if any of them was.
 */
export async function resolveUnknown(
  db: Database,
  mode: Mode,
  row: SubmissionRow,
  list: JobList,
  now: number,
): Promise<void> {
  const sentFrom = row.sentFrom.getTime()
  if (now - sentFrom < listCompleteMs) return
  const over = now - sentFrom > maxJobMs
  const from = sentFrom - marginMs
  const until = (row.sentUntil?.getTime() ?? sentFrom) + marginMs
  const oldest = list.jobs.at(-1)
  const complete = list.isComplete || (oldest && Date.parse(oldest.createdAt) < from)
  if (!complete) return over ? markLost(db, row, 'unknown', now) : undefined
  const free = await withoutOwner(db, madeBetween(list, from, until, now))
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
    .set({ jobId: job.id, job: wellFormedJob(job), ...outcomeOf(job, now) })
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
