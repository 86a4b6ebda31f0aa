import 'server-only'
import { eq } from 'drizzle-orm'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import type { Reads } from './reads'

/**
 * Reads the job behind a webhook's address again, and so records its end when it has ended.
 * @returns whether there is such an address
 */
export async function readHookedJob(
  ledger: Ledger,
  reads: Reads,
  client: KreaClient,
  hook: string,
): Promise<boolean> {
  const db = await ledger.database()
  const [row] = await db
    .select({ jobId: submissions.jobId, endedAt: submissions.endedAt })
    .from(submissions)
    .where(eq(submissions.hook, hook))
  if (!row) return false
  if (row.jobId !== null && row.endedAt === null) await reads.readAnew(client, row.jobId)
  return true
}
