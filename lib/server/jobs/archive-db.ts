import 'server-only'
import { inArray } from 'drizzle-orm'
import { jobSchema } from '@/lib/contract/jobs'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import { log } from '../log'
import { recordOutcome } from '../submissions/outcome'
import type { Archive } from './archive'

/** Ended jobs of this playground, and what their end means for the ledger. */
export function ledgerArchive(ledger: Ledger, now: () => number): Archive {
  return {
    async find(ids) {
      const db = await ledger.database()
      const { jobId, state, job } = submissions
      const rows = await db
        .select({ jobId, state, job })
        .from(submissions)
        .where(inArray(jobId, ids))
      // The addresses of the sandbox's pictures hold the origin of the request, so it is read again.
      const ended = ledger.mode === 'sandbox' ? [] : rows.filter(({ state }) => isEnd(state))
      return {
        ownIds: rows.flatMap(({ jobId }) => jobId ?? []),
        // What another version stored in another shape is read from Krea again.
        jobs: ended.flatMap(({ job }) => jobSchema.safeParse(job).data ?? []),
      }
    },

    async recordEnd(job) {
      await recordOutcome(await ledger.database(), job, now())
    },

    onFailure: (error) => log().error({ error }, 'ledger'),
  }
}

const isEnd = (state: string) => ['succeeded', 'failed', 'cancelled'].includes(state)
