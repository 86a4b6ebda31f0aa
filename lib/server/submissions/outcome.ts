import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { Job } from '@/lib/contract/jobs'
import type { Database } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import { wellFormedJob } from './well-formed'

type Outcome = Pick<SubmissionRow, 'state' | 'charged'> & { endedAt: Date | null }

/** What a job's state means for its row: Krea bills completed jobs only. */
export function outcomeOf(job: Job, now: number): Outcome {
  const endedAt = new Date(job.completedAt ?? now)
  switch (job.phase) {
    case 'pending':
      return { state: 'accepted', charged: 'reserved', endedAt: null }
    case 'succeeded':
      return { state: 'succeeded', charged: 'yes', endedAt }
    case 'failed':
      return { state: 'failed', charged: job.error?.charged ?? 'no', endedAt }
    case 'cancelled':
      return { state: 'cancelled', charged: job.error?.charged ?? 'no', endedAt }
  }
}

/** What was billed once stays billed: a job that failed first and then completed was billed, not the reverse. */
export async function recordOutcome(db: Database, job: Job, now: number): Promise<void> {
  await db
    .update(submissions)
    .set({ job: wellFormedJob(job), ...outcomeOf(job, now) })
    .where(and(eq(submissions.jobId, job.id), ne(submissions.charged, 'yes')))
}
