import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { createReadTurns, type ReadKind } from './read-turns'

/** However many jobs and readers there are, Krea gets at most two reads a second. */
const spacingMs = 500
/** From here on, one page of Krea's list costs less than single reads. */
const minPerPage = 3
const pageSize = { min: 100, max: 1_000 }
/** A page above the client's limit of bytes is asked for in smaller parts for so long. */
const smallPagesMs = 60_000
/** For so long the newest page reaches as far back as a job of ours was found. */
const depthMs = 30_000
/** How far back the list is read for jobs of ours. */
const maxListed = 5_000
/** With so many reads waiting, a failed job is answered without its reason. */
const maxReasons = 20

type Client = Pick<KreaClient, 'getJob' | 'listJobs'>
type Clock = { now: () => number; wait: (ms: number) => Promise<void> }

export type Interest = {
  /** Askers take turns. */
  asker: string
  /** Whether the job was made here or seen at Krea before: then it is looked for further back. */
  isKnown: boolean
  /** Right after a change: not spaced from the read before. */
  isUrgent?: boolean
  /** A read that nobody waits for any more is forgotten. */
  isWanted: () => boolean
}

/** A place in Krea's list, and how many jobs stand before it. */
type Place = { cursor: string; listed: number }

/** `older` waits for older pages of the list, `next` for their reading to begin anew. */
type Stage = 'new' | 'next' | 'older' | 'single'

type Waiter = Interest & {
  client: Client
  id: string
  stage: Stage
  resolve: (job: Job) => void
  reject: (error: unknown) => void
}

export type PacedReads = ReturnType<typeof createPacedReads>

const always: Interest = { asker: '', isKnown: true, isWanted: () => true }

/**
 * Reads the jobs of one upstream at a steady pace, fair between askers. Reads that wait for the next slot
 * share one page of Krea's list. A page may lack pictures and reasons; such jobs, and those not on it, are
 * read singly. Ids that are not known never hold up those that are.
 */
export function createPacedReads({ now, wait }: Clock) {
  const waiting = new Set<Waiter>()
  const turns = createReadTurns()
  let lastAt = Number.NEGATIVE_INFINITY
  let secondLastAt = Number.NEGATIVE_INFINITY
  let running = false
  /** Where the list goes on behind its newest page, and behind the pages read since. */
  let newest: Place | null = null
  let older: Place | null = null
  let isReadingOlder = false
  let depth = { jobs: 0, until: Number.NEGATIVE_INFINITY }
  let smaller = { size: pageSize.max, until: Number.NEGATIVE_INFINITY }

  async function run() {
    running = true
    // Reads that start in this very moment share a page.
    await Promise.resolve()
    for (forget(); waiting.size > 0; forget()) {
      const pause = pauseMs()
      if (pause > 0) {
        await wait(pause)
        continue
      }
      secondLastAt = lastAt
      lastAt = now()
      readNext()
    }
    running = false
  }

  /** Never a third read within a second. */
  function pauseMs(): number {
    const isUrgent = [...waiting].some((waiter) => waiter.isUrgent && waiter.isKnown)
    const soonest = secondLastAt + 2 * spacingMs
    return (isUrgent ? soonest : Math.max(soonest, lastAt + spacingMs)) - now()
  }

  function forget(): void {
    for (const waiter of waiting) {
      if (waiter.isWanted()) continue
      waiting.delete(waiter)
      waiter.reject(new Error('nobody waits for this read any more'))
    }
  }

  function readNext(): void {
    if (inStage('new').length < minPerPage) move('new', 'single')
    if (inStage('older').length === 0 && !isReadingOlder) {
      older = newest
      move('next', 'older')
    }
    const single = inStage('single')
    const due: Record<ReadKind, Waiter[]> = {
      page: inStage('new'),
      known: single.filter(({ isKnown }) => isKnown),
      older: inStage('older'),
      unknown: single.filter(({ isKnown }) => !isKnown),
    }
    const kind = turns.nextKind((one) => due[one].length > 0)
    switch (kind) {
      case 'page':
        return void readPage(remove(due.page))
      case 'older':
        return void readOlder(remove(due.older))
      case 'known':
      case 'unknown':
        return void readSingle(remove(turns.first(due[kind])))
      default:
        kind satisfies null
    }
  }

  const inStage = (stage: Stage) => [...waiting].filter((one) => one.stage === stage)

  function move(from: Stage, to: Stage): void {
    for (const waiter of inStage(from)) waiter.stage = to
  }

  function remove(waiters: Waiter[]): Waiter[] {
    for (const waiter of waiters) waiting.delete(waiter)
    return waiters
  }

  const maxPage = () => (now() < smaller.until ? smaller.size : pageSize.max)

  async function readPage(due: Waiter[]) {
    const limit = Math.min(maxPage(), Math.max(pageSize.min, due.length * 2, knownDepth()))
    const page = await list(due, { limit }, 0)
    if (!page) return
    newest = placeOf(page.nextCursor, limit)
    for (const waiter of page.missing)
      queue(waiter, waiter.isKnown && newest !== null ? 'next' : 'single')
  }

  /** Jobs of ours that have newer ones before them. */
  async function readOlder(due: Waiter[]) {
    const from = older
    if (from === null) {
      for (const waiter of due) queue(waiter, 'single')
      return
    }
    isReadingOlder = true
    const limit = maxPage()
    const page = await list(due, { limit, cursor: from.cursor }, from.listed)
    isReadingOlder = false
    older = placeOf(page?.nextCursor ?? null, from.listed + limit)
    for (const waiter of page?.missing ?? []) queue(waiter, older === null ? 'single' : 'older')
  }

  /** In whole hundreds, and somewhat more, since new jobs come before them. */
  const knownDepth = () =>
    now() < depth.until ? Math.ceil((depth.jobs * 1.2) / pageSize.min) * pageSize.min : 0

  function noteDepth(jobs: number): void {
    if (jobs >= depth.jobs || now() >= depth.until) depth = { jobs, until: now() + depthMs }
  }

  /**
   * Answers those whose job is on a page of the list. `null` when it cannot be read.
   * @param listed how many jobs stand before the page
   */
  async function list(due: Waiter[], query: { limit: number; cursor?: string }, listed: number) {
    const [first] = due
    if (!first) return null
    try {
      const { jobs, nextCursor } = await first.client.listJobs(query)
      const byId = new Map(jobs.map((job, at) => [job.id.toLowerCase(), { job, at }]))
      const missing: Waiter[] = []
      for (const waiter of due) {
        const found = byId.get(waiter.id.toLowerCase())
        if (found) noteDepth(listed + found.at + 1)
        if (found === undefined) missing.push(waiter)
        else if (lacksDetail(found.job)) queue({ ...waiter, isKnown: true }, 'single')
        else waiter.resolve(found.job)
      }
      return { missing, nextCursor }
    } catch (error) {
      if (isTooLong(error)) readSmaller(due, query.limit)
      else for (const { reject } of due) reject(error)
      return null
    }
  }

  function readSmaller(due: Waiter[], size: number): void {
    smaller = { size: Math.max(pageSize.min, Math.floor(size / 4)), until: now() + smallPagesMs }
    for (const waiter of due) queue(waiter, size > pageSize.min ? 'new' : 'single')
  }

  /** Krea's list may leave out pictures and reasons. */
  function lacksDetail(job: Job): boolean {
    if (job.error?.code === 'no_reason') return inStage('single').length < maxReasons
    return (
      job.error?.code === 'no_picture' ||
      (job.status === 'intermediate-complete' && job.images.length === 0)
    )
  }

  async function readSingle([waiter]: Waiter[]) {
    if (waiter) await waiter.client.getJob(waiter.id).then(waiter.resolve, waiter.reject)
  }

  function queue(waiter: Waiter, stage: Stage) {
    waiting.add(Object.assign(waiter, { stage }))
    if (!running) void run()
  }

  const read = (client: Client, id: string, interest: Interest = always): Promise<Job> =>
    new Promise((resolve, reject) =>
      queue({ ...interest, client, id, stage: 'new', resolve, reject }, 'new'),
    )

  return { read }
}

const placeOf = (cursor: string | null, listed: number): Place | null =>
  cursor === null || listed >= maxListed ? null : { cursor, listed }

const isTooLong = (error: unknown) => isApiError(error) && error.code === 'krea_bad_answer'
