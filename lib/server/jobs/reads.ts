import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError, isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { type Archive, noArchive } from './archive'
import { createPacedReads, type PacedReads } from './paced-reads'

/** Krea asks for polls of 2 to 5 s; whoever asks more often shares the last answer. */
const freshMs = 1_000
const maxEnded = 5_000
const maxRecent = 5_000
/** The sandbox has one for each address that the page is opened at. */
const maxUpstreams = 100
/** Slower reads are for the next poll: the other jobs must not wait for them. */
const timeoutMs = 3_000

type Client = Pick<KreaClient, 'baseUrl' | 'getJob' | 'listJobs'>
/** `endedAt` is `null` while the read is in flight. */
type Read = { endedAt: number | null; job: Promise<Job> }

export type Reads = ReturnType<typeof createReads>

/**
 * Reads jobs for everyone: each at most once a second and once at a time, an ended one never again,
 * and what is due at the same time together. `now` is in ms.
 */
export function createReads(now: () => number, archive: Archive = noArchive) {
  const ended = new LRUCache<string, Job>({ max: maxEnded })
  const recent = new LRUCache<string, Read>({ max: maxRecent })
  const pacedReads = new LRUCache<string, PacedReads>({ max: maxUpstreams })
  const recalled = new LRUCache<string, Promise<void>>({ max: maxRecent })
  const keyOf = (client: Client, id: string) => `${client.baseUrl} ${id.toLowerCase()}`

  function pacedReadsOf({ baseUrl }: Client): PacedReads {
    const paced = pacedReads.get(baseUrl) ?? createPacedReads({ now, wait })
    pacedReads.set(baseUrl, paced)
    return paced
  }

  async function remember(client: Client, job: Job): Promise<Job> {
    const key = keyOf(client, job.id)
    if (!isEnded(job) || ended.get(key)) return job
    await archive.recordEnd(job).catch(archive.onFailure)
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
    return known(client, id) ?? start(client, id, () => pacedReadsOf(client).read(client, id))
  }

  /** Reads past the cache, right after a change. Waits first for a read in flight to end. */
  async function readAnew(client: Client, id: string): Promise<Job> {
    await recent.get(keyOf(client, id))?.job.catch(() => undefined)
    return start(client, id, () => client.getJob(id))
  }

  /** `missing` are those Krea does not have; one that could not be read just now is in neither. */
  async function readMany(client: Client, ids: string[]) {
    const unique = [...new Set(ids.map((id) => id.toLowerCase()))]
    // Nothing would wait for the time limit below, and its rejection would be unhandled.
    if (unique.length === 0) return { jobs: [], missing: [] }
    // Nobody would hear of the timeout.
    if (unique.length === 0) return { jobs: [], missing: [] }
    await recall(client, unique)
    const timedOut = wait(timeoutMs).then(() => Promise.reject(new ApiError('krea_timeout')))
    const outcomes = await Promise.allSettled(
      unique.map((id) => Promise.race([readOne(client, id), timedOut])),
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
    else if (isApiError(outcome.reason) && outcome.reason.code === 'not_found')
      missing.push(ids[index] ?? '')
    else failures.push(outcome.reason)
  }
  if (jobs.length + missing.length === 0 && failures.length > 0) throw failures[0]
  return { jobs, missing }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
