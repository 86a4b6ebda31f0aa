import 'server-only'
import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Job } from '@/lib/contract/jobs'
import type { Database } from '../db/database'
import { submissions } from '../db/tables'

/** The jobs that no submission owns. */
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
