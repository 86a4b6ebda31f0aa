import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { isEnded, type Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { BoundedMap } from '../bounded-map'
import { ledgerIfOn } from '../db/connection'
import { shared } from '../shared'
import { ledgerArchive } from './archive-db'
import { createPacedReads, type PacedReads } from './paced-reads'

/** Krea asks for polls of 2 to 5 s; whoever asks more often shares the last answer. */
const freshMs = 1_000
const mostEnded = 5_000
const mostRecent = 5_000
/** The sandbox has one for each address that the page is opened at. */
const mostUpstreams = 100
/** Jobs whose reads take longer are for the next time: the others must not wait for them. */
const longestMs = 3_000

type Client = Pick<KreaClient, 'baseUrl' | 'getJob' | 'listJobs'>
/** `endedAt` is `null` while the read is under way. */
type Read = { endedAt: number | null; job: Promise<Job> }

/** Ended jobs that were kept elsewhere, and who wants to know of those that end now. */
export type Archive = {
  find(ids: string[]): Promise<Job[]>
  settle(job: Job): Promise<void>
  /** Neither keeps a job from its reader. */
  onFailure(error: unknown): void
}

const noArchive: Archive = {
  find: async () => [],
  settle: async () => undefined,
  onFailure: () => undefined,
}

export type Reads = ReturnType<typeof createReads>

/**
 * Reads jobs for everyone: each at most once a second and once at a time, an ended one never again,
 * and what is due at the same time together. `now` is in ms.
 */
export function createReads(now: () => number, archive: Archive = noArchive) {
  const ended = new BoundedMap<string, Job>(mostEnded)
  const recent = new BoundedMap<string, Read>(mostRecent)
  const turns = new BoundedMap<string, PacedReads>(mostUpstreams)
  const recalled = new BoundedMap<string, Promise<void>>(mostRecent)
  const keyOf = (client: Client, id: string) => `${client.baseUrl} ${id.toLowerCase()}`

  function turnsOf({ baseUrl }: Client): PacedReads {
    const held = turns.get(baseUrl) ?? createPacedReads({ now, wait })
    turns.set(baseUrl, held)
    return held
  }

  async function remember(client: Client, job: Job): Promise<Job> {
    const key = keyOf(client, job.id)
    if (!isEnded(job) || ended.get(key)) return job
    await archive.settle(job).catch(archive.onFailure)
    ended.set(key, job)
    return job
  }

  /** Looks each id up in the archive once, all in one go. */
  async function recall(client: Client, ids: string[]): Promise<void> {
    const fresh = ids.filter((id) => recalled.get(keyOf(client, id)) === undefined)
    if (fresh.length > 0) {
      const search = archive.find(fresh).then((jobs) => {
        for (const job of jobs) ended.set(keyOf(client, job.id), job)
      }, archive.onFailure)
      for (const id of fresh) recalled.set(keyOf(client, id), search)
    }
    await Promise.all(ids.map((id) => recalled.get(keyOf(client, id))))
  }

  function known(client: Client, id: string): Promise<Job> | undefined {
    const key = keyOf(client, id)
    const done = ended.get(key)
    if (done) return Promise.resolve(done)
    const read = recent.get(key)
    if (!read) return undefined
    return read.endedAt === null || now() - read.endedAt < freshMs ? read.job : undefined
  }

  function start(client: Client, id: string, read: () => Promise<Job>): Promise<Job> {
    const job = read()
      .then((found) => remember(client, found))
      .finally(() => {
        entry.endedAt = now()
      })
    const entry: Read = { endedAt: null, job }
    recent.set(keyOf(client, id), entry)
    return entry.job
  }

  async function readOne(client: Client, id: string): Promise<Job> {
    const shared = known(client, id)
    if (shared) return shared
    await recall(client, [id])
    return known(client, id) ?? start(client, id, () => turnsOf(client).read(client, id))
  }

  /** Past what is known: for the moment after a change. Waits for a read under way to end first. */
  async function readAnew(client: Client, id: string): Promise<Job> {
    await recent.get(keyOf(client, id))?.job.catch(() => undefined)
    return start(client, id, () => client.getJob(id))
  }

  /** `missing` are those Krea does not have; one that could not be read just now is in neither. */
  async function readMany(client: Client, ids: string[]) {
    const unique = [...new Set(ids.map((id) => id.toLowerCase()))]
    // Nobody would hear of the timeout.
    if (unique.length === 0) return { jobs: [], missing: [] }
    await recall(client, unique)
    const late = wait(longestMs).then(() => Promise.reject(new ApiError('krea_timeout')))
    const outcomes = await Promise.allSettled(
      unique.map((id) => Promise.race([readOne(client, id), late])),
    )
    return sortOut(unique, outcomes)
  }

  return { readOne, readAnew, readMany, remember }
}

function sortOut(ids: string[], outcomes: PromiseSettledResult<Job>[]) {
  const jobs: Job[] = []
  const missing: string[] = []
  const failures: unknown[] = []
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') jobs.push(outcome.value)
    else if (outcome.reason instanceof ApiError && outcome.reason.code === 'not_found')
      missing.push(ids[index] ?? '')
    else failures.push(outcome.reason)
  }
  if (jobs.length + missing.length === 0 && failures.length > 0) throw failures[0]
  return { jobs, missing }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const reads = shared('reads', () => {
  const books = ledgerIfOn()
  return createReads(Date.now, books ? ledgerArchive(books, Date.now) : noArchive)
})
