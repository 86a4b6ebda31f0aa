import 'server-only'
import { eq } from 'drizzle-orm'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { submissions } from '../db/tables'
import type { Reads } from './reads'

/**
 * Reads the job behind a webhook's address again, which settles it when it has ended. Answers whether
 * there is such an address.
 */
export async function takeHint(
  books: Ledger,
  reads: Reads,
  client: KreaClient,
  hook: string,
): Promise<boolean> {
  const db = await books.database()
  const [row] = await db
    .select({ jobId: submissions.jobId, endedAt: submissions.endedAt })
    .from(submissions)
    .where(eq(submissions.hook, hook))
  if (!row) return false
  if (row.jobId !== null && row.endedAt === null) await reads.readAnew(client, row.jobId)
  return true
}
