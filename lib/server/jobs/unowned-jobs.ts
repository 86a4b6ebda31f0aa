import 'server-only'
import type { UnownedJob } from '@/lib/contract/owner-report'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { withoutOwner } from '../submissions/owners'

const pageSize = 100

/**
 * Of Krea's latest jobs those that no submission of ours owns, newest first: made before there was a
 * ledger, by another program with the same token, or after an answer was lost.
 * @throws ApiError when Krea does not answer
 */
export async function unownedJobsOf(
  ledger: Ledger,
  client: Pick<KreaClient, 'listJobs'>,
): Promise<UnownedJob[]> {
  const { jobs } = await client.listJobs({ limit: pageSize })
  const unowned = await withoutOwner(await ledger.database(), jobs)
  return unowned.map(({ id, status, createdAt, images }) => ({
    id,
    status,
    createdAt,
    image: images[0]?.url ?? null,
  }))
}
