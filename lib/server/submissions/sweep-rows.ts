import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm'
import { dayOf } from '../billing/budget'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../env'

/** Its sender may still be waiting for Krea, and whoever polls a job records its end. */
const minAgeMs = 60_000
/** Within this time an end that cost nothing is compared with Krea's list once more. */
const secondLookMs = 15 * 60_000
const maxRows = 2_000

/** The POST of a dead process may have reached Krea for as long as a living process waits for the answer. */
export async function giveUpDeadSenders(db: Database): Promise<void> {
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

/** What is reserved, oldest first. */
export function findOpen(db: Database, mode: Mode, now: number): Promise<SubmissionRow[]> {
  return db
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
}

/** What ended a short while ago without being billed for certain, oldest first. */
export function findEnded(db: Database, mode: Mode, now: number): Promise<SubmissionRow[]> {
  const since = now - secondLookMs
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.mode, mode),
        inArray(submissions.day, [dayOf(since), dayOf(now)]),
        inArray(submissions.state, ['failed', 'cancelled']),
        ne(submissions.charged, 'yes'),
        isNotNull(submissions.jobId),
        gt(submissions.sentFrom, new Date(since)),
      ),
    )
    .orderBy(asc(submissions.sentFrom))
    .limit(maxRows)
}
