import 'server-only'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Job } from '@/lib/contract/jobs'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import { log } from '../log'
import { outcomeOf } from '../submissions/outcome'
import type { Archive } from './reads'

/** Ended jobs of this playground, and what their end means for the books. */
export function ledgerArchive(ledger: Ledger, now: () => number): Archive {
  return {
    /** The sandbox's pictures live under the address it was asked at, so it is asked again. */
    async find(ids) {
      if (ledger.mode === 'sandbox') return []
      const db = await ledger.database()
      const rows = await db
        .select({ job: submissions.job })
        .from(submissions)
        .where(
          and(
            inArray(submissions.jobId, ids),
            inArray(submissions.state, ['succeeded', 'failed', 'cancelled']),
          ),
        )
      return rows.flatMap(({ job }) => job ?? [])
    },

    async settle(job) {
      const db = await ledger.database()
      await settle(db, job, now())
    },

    onFailure: (error) => log().error({ detail: String(error) }, 'ledger'),
  }
}

/** What was billed once stays billed. */
export async function settle(
  db: Awaited<ReturnType<Ledger['database']>>,
  job: Job,
  now: number,
): Promise<void> {
  await db
    .update(submissions)
    .set({ job, ...outcomeOf(job, now) })
    .where(and(eq(submissions.jobId, job.id), ne(submissions.charged, 'yes')))
}
