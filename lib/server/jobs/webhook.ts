import 'server-only'
import { eq } from 'drizzle-orm'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import type { Reads } from './reads'

/** As they are made: anything else is no address of ours, whatever a database makes of it. */
const hookPattern = /^[\w-]{1,100}$/

/**
 * Reads the job behind a webhook's address again, and so records its end when it has ended. One that failed or
 * was cancelled is read as well: if it completed all the same, it was billed.
 * @returns whether there is such an address
 */
export async function readHookedJob(
  ledger: Ledger,
  reads: Reads,
  client: KreaClient,
  hook: string,
): Promise<boolean> {
  if (!hookPattern.test(hook)) return false
  const db = await ledger.database()
  const [row] = await db
    .select({ jobId: submissions.jobId, charged: submissions.charged })
    .from(submissions)
    .where(eq(submissions.hook, hook))
  if (!row) return false
  if (row.jobId !== null && row.charged !== 'yes') await reads.readAnew(client, row.jobId)
  return true
}
