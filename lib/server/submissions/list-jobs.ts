import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import type { JobPage, KreaClient } from '@/lib/krea/client'

/** From 1000, which is Krea's limit: a page of large jobs may be more than we read. */
const pageSizes = [1_000, 250, 60, 15, 4, 1]
/** However many small pages there are, the rest is for the next sweep. */
const maxPages = 20
/** Krea is asked at most twice a second. */
const spacingMs = 500

type Client = Pick<KreaClient, 'listJobs'>

/** `isComplete`: whether every job since then is among them. */
export type JobList = Omit<JobPage, 'nextCursor'> & { isComplete: boolean }

/**
 * Krea's jobs back to a moment, newest first, in pages as small as they have to be.
 * @throws ApiError when Krea does not answer
 */
export async function listJobsSince(
  client: Client,
  since: number,
  sleep: (ms: number) => Promise<void>,
): Promise<JobList> {
  const jobs: JobPage['jobs'] = []
  let sizes = pageSizes
  let cursor: string | undefined
  let serverNow: number | null = null
  for (let pages = 0; pages < maxPages; pages++) {
    if (pages > 0) await sleep(spacingMs)
    const found = await readPage(client, sizes, cursor, sleep)
    sizes = found.sizes
    jobs.push(...found.page.jobs)
    serverNow ??= found.page.serverNow
    const oldest = jobs.at(-1)
    const isComplete =
      found.page.nextCursor === null ||
      (oldest !== undefined && Date.parse(oldest.createdAt) < since)
    if (isComplete) return { jobs, serverNow, isComplete }
    cursor = found.page.nextCursor ?? undefined
  }
  return { jobs, serverNow, isComplete: false }
}

/** Takes the first size that can be read, and says which sizes are left to try. */
async function readPage(
  client: Client,
  sizes: number[],
  cursor: string | undefined,
  sleep: (ms: number) => Promise<void>,
): Promise<{ page: JobPage; sizes: number[] }> {
  const [limit = 1, ...smaller] = sizes
  try {
    return { page: await client.listJobs({ limit, cursor }), sizes }
  } catch (error) {
    const isTooLarge = isApiError(error) && error.code === 'krea_bad_answer'
    if (!isTooLarge || smaller.length === 0) throw error
    await sleep(spacingMs)
    return readPage(client, smaller, cursor, sleep)
  }
}
