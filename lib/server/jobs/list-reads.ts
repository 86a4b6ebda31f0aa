import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import { createPageLimits } from './page-limits'
import type { WaitingRead, WaitingReads } from './waiting-reads'

/** How far back the list is read for jobs of ours. */
const maxListed = 5_000
/** With so many reads waiting, a failed job is answered without its reason. */
const maxReasons = 20

/** A place in Krea's list, and how many jobs stand before it. */
type Place = { cursor: string; listed: number }

/**
 * Reads pages of Krea's list for the jobs that wait for one. A page may lack pictures and reasons: such jobs, and
 * those on no page, wait to be read singly.
 */
export function createListReads(waiting: WaitingReads, now: () => number) {
  const limits = createPageLimits(now)
  /** Where the list goes on behind its newest page, and behind the pages read since. */
  let newest: Place | null = null
  let older: Place | null = null
  let isReadingOlder = false

  async function readNewest(due: WaitingRead[]): Promise<void> {
    const limit = limits.ofNewest(due.length)
    const page = await readPage(due, { limit }, 0)
    if (!page) return
    newest = placeOf(page.nextCursor, limit)
    for (const read of page.missing)
      waiting.add(read, read.isKnown && newest !== null ? 'next' : 'single')
  }

  /** Jobs of ours that have newer ones before them. */
  async function readOlder(due: WaitingRead[]): Promise<void> {
    const from = older
    if (from === null) {
      for (const read of due) waiting.add(read, 'single')
      return
    }
    isReadingOlder = true
    const limit = limits.ofOlder()
    const page = await readPage(due, { limit, cursor: from.cursor }, from.listed)
    isReadingOlder = false
    older = placeOf(page?.nextCursor ?? null, from.listed + limit)
    for (const read of page?.missing ?? []) waiting.add(read, older === null ? 'single' : 'older')
  }

  /** Once nothing waits for an older page, those that came meanwhile begin behind the newest one. */
  function beginOlder(): void {
    if (waiting.count('older') > 0 || isReadingOlder) return
    older = newest
    waiting.move('next', 'older')
  }

  /**
   * Answers those whose job is on the page. `null` when it cannot be read.
   * @param listed how many jobs stand before the page
   */
  async function readPage(
    due: WaitingRead[],
    query: { limit: number; cursor?: string },
    listed: number,
  ) {
    const [first] = due
    if (!first) return null
    try {
      const { jobs, nextCursor } = await first.client.listJobs(query)
      const byId = new Map(jobs.map((job, at) => [job.id.toLowerCase(), { job, at }]))
      const missing: WaitingRead[] = []
      for (const read of due) {
        const found = byId.get(read.id.toLowerCase())
        if (found) limits.noteDepth(listed + found.at + 1)
        if (found === undefined) missing.push(read)
        else if (lacksDetail(found.job)) waiting.add({ ...read, isKnown: true }, 'single')
        else read.resolve(found.job)
      }
      return { missing, nextCursor }
    } catch (error) {
      if (isTooLong(error)) readInParts(due, query.limit)
      else for (const { reject } of due) reject(error)
      return null
    }
  }

  function readInParts(due: WaitingRead[], limit: number): void {
    const stage = limits.noteTooLong(limit) ? 'new' : 'single'
    for (const read of due) waiting.add(read, stage)
  }

  function lacksDetail(job: Job): boolean {
    if (job.error?.code === 'no_reason') return waiting.count('single') < maxReasons
    return (
      job.error?.code === 'no_picture' ||
      (job.status === 'intermediate-complete' && job.images.length === 0)
    )
  }

  return { readNewest, readOlder, beginOlder }
}

const placeOf = (cursor: string | null, listed: number): Place | null =>
  cursor === null || listed >= maxListed ? null : { cursor, listed }

const isTooLong = (error: unknown) => isApiError(error) && error.code === 'krea_bad_answer'
