import 'server-only'
import { and, inArray } from 'drizzle-orm'
import { jobSchema } from '@/lib/contract/jobs'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import { log } from '../log'
import { recordOutcome } from '../submissions/outcome'
import type { Archive } from './archive'

/** Ended jobs of this playground, and what their end means for the ledger. */
export function ledgerArchive(ledger: Ledger, now: () => number): Archive {
  return {
    /** The addresses of the sandbox's pictures hold the origin of the request, so it is read again. */
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
      // What another version stored in another shape is read from Krea again.
      return rows.flatMap(({ job }) => jobSchema.safeParse(job).data ?? [])
    },

    async recordEnd(job) {
      await recordOutcome(await ledger.database(), job, now())
    },

    onFailure: (error) => log().error({ detail: String(error) }, 'ledger'),
  }
}
