import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError, isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { memoryRateLimiter } from '../access/rate-limit'
import { type Archive, noArchive } from './archive'
import type { Asker } from './asker'
import { createPacedReads, type PacedReads } from './paced-reads'

/**
 * Whoever asks more often shares the last answer. It is less than the pages' pace for a job in view, of 0.9 s: such an
 * answer would come a whole step late.
 */
const freshMs = 500
const maxEnded = 5_000
const maxRecent = 5_000
const maxKnown = 20_000
/** Of ids that nobody here made and Krea did not show before; each may cost a read of its own. */
const maxUnknownPerMinute = 200
/** The sandbox has one for each address that the page is opened at. */
const maxUpstreams = 100
/** Slower reads are for the next poll: the other jobs must not wait for them. */
const timeoutMs = 3_000

type Client = Pick<KreaClient, 'baseUrl' | 'getJob' | 'listJobs'>
/** `endedAt` is `null` while the read is in flight; `askers` are those who wait for it. */
type Read = { endedAt: number | null; job: Promise<Job>; askers: Asker[] }

export type Reads = ReturnType<typeof createReads>

const playground: Asker = { name: 'playground', limitedBy: [], isGone: () => false }

/**
 * Reads jobs for everyone: each at most twice a second and once at a time, an ended one never again,
 * and what is due at the same time together. `now` is in ms.
 */
export function createReads(now: () => number, archive: Archive = noArchive, wait = waitFor) {
  const ended = new LRUCache<string, Job>({ max: maxEnded })
  const recent = new LRUCache<string, Read>({ max: maxRecent })
  const pacedReads = new LRUCache<string, PacedReads>({ max: maxUpstreams })
  const recalled = new LRUCache<string, Promise<void>>({ max: maxRecent })
  /** Jobs that were made here or seen at Krea. */
  const known = new LRUCache<string, true>({ max: maxKnown })
  const unknownIds = memoryRateLimiter(maxUnknownPerMinute)
  const keyOf = (client: Pick<Client, 'baseUrl'>, id: string) =>
    `${client.baseUrl} ${id.toLowerCase()}`

  function pacedReadsOf({ baseUrl }: Client): PacedReads {
    const paced = pacedReads.get(baseUrl) ?? createPacedReads({ now, wait })
    pacedReads.set(baseUrl, paced)
    return paced
  }

  async function remember(client: Client, job: Job): Promise<Job> {
    const key = keyOf(client, job.id)
    known.set(key, true)
    const before = ended.get(key)
    // A job may fail and complete all the same: then it was billed.
    const isNews = !before || (before.phase !== 'succeeded' && job.phase === 'succeeded')
    if (!isEnded(job) || !isNews) return job
    await archive.recordEnd(job).catch(archive.onFailure)
    ended.set(key, job)
    return job
  }

  /** A job that was just made here. */
  function addKnown(client: Pick<Client, 'baseUrl'>, id: string): void {
    known.set(keyOf(client, id), true)
  }

  /** Looks each id up in the archive once, all in one go. */
  async function recall(client: Client, ids: string[]): Promise<void> {
    const keys = ids.map((id) => keyOf(client, id))
    const fresh = ids.filter((_, index) => recalled.get(keys[index] ?? '') === undefined)
    if (fresh.length > 0) {
      const search = archive.find(fresh).then(
        ({ ownIds, jobs }) => {
          for (const id of ownIds) addKnown(client, id)
          for (const job of jobs) ended.set(keyOf(client, job.id), job)
        },
        (error) => {
          for (const id of fresh) recalled.delete(keyOf(client, id))
          archive.onFailure(error)
        },
      )
      for (const id of fresh) recalled.set(keyOf(client, id), search)
    }
    await Promise.all(keys.map((key) => recalled.get(key)))
  }

  /** What is known already, or on its way. */
  function shared(client: Client, id: string, asker: Asker): Promise<Job> | undefined {
    const key = keyOf(client, id)
    const done = ended.get(key)
    if (done) return Promise.resolve(done)
    const read = recent.get(key)
    if (!read) return undefined
    if (read.endedAt === null) read.askers.push(asker)
    return read.endedAt === null || now() - read.endedAt < freshMs ? read.job : undefined
  }

  /** @throws ApiError `rate_limited` when this asker wants too many jobs that nobody here made */
  async function limit(asker: Asker, isKnown: boolean): Promise<void> {
    if (isKnown) return
    for (const subject of asker.limitedBy) {
      const retryAfterMs = await unknownIds.count(subject, now())
      if (retryAfterMs > 0)
        throw new ApiError('rate_limited', 'Those were too many jobs of others. Wait a moment.', {
          retryAfterMs,
        })
    }
  }

  function start(client: Client, id: string, asker: Asker, isUrgent: boolean): Promise<Job> {
    const key = keyOf(client, id)
    const isKnown = known.has(key)
    const askers = [asker]
    const isWanted = () => askers.some(({ isGone }) => !isGone())
    const interest = { asker: asker.name, isKnown, isUrgent, isWanted }
    const job = limit(asker, isKnown)
      .then(() => pacedReadsOf(client).read(client, id, interest))
      .then(
        (found) => remember(client, found),
        (error: unknown) => {
          if (isMissing(error)) known.delete(key)
          // A read that was given up says nothing to whoever asks next.
          const isGivenUp = !isApiError(error) || isRateLimited(error)
          if (isGivenUp && recent.get(key) === entry) recent.delete(key)
          throw error
        },
      )
      .finally(() => {
        entry.endedAt = now()
      })
    const entry: Read = { endedAt: null, job, askers }
    recent.set(key, entry)
    return entry.job
  }

  async function readOne(client: Client, id: string, asker = playground): Promise<Job> {
    const found = shared(client, id, asker)
    if (found) return found
    await recall(client, [id])
    return shared(client, id, asker) ?? start(client, id, asker, false)
  }

  /** Reads past the cache, right after a change. */
  async function readAnew(client: Client, id: string, asker = playground): Promise<Job> {
    await recall(client, [id])
    return start(client, id, asker, true)
  }

  /** `missing` are those Krea does not have; one that could not be read just now is in neither. */
  async function readMany(client: Client, ids: string[], asker = playground) {
    const unique = [...new Set(ids.map((id) => id.toLowerCase()))]
    // Nothing would wait for the time limit below, and its rejection would be unhandled.
    if (unique.length === 0) return { jobs: [], missing: [] }
    await recall(client, unique)
    let isOver = false
    const timedOut = wait(timeoutMs).then(() => {
      isOver = true
      throw new ApiError('krea_timeout')
    })
    const outcomes = await Promise.allSettled(
      unique.map((id) => {
        // A job of ours is read to its end, for the next poll.
        const isPatient = known.has(keyOf(client, id))
        const isGone = () => asker.isGone() || (isOver && !isPatient)
        return Promise.race([readOne(client, id, { ...asker, isGone }), timedOut])
      }),
    )
    return sortOut(unique, outcomes)
  }

  return { readOne, readAnew, readMany, remember, addKnown }
}

const isRateLimited = (error: unknown) => isApiError(error) && error.code === 'rate_limited'

const isMissing = (error: unknown) => isApiError(error) && error.code === 'not_found'

function sortOut(ids: string[], outcomes: PromiseSettledResult<Job>[]) {
  const jobs: Job[] = []
  const missing: string[] = []
  const failures: unknown[] = []
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') jobs.push(outcome.value)
    else if (isMissing(outcome.reason)) missing.push(ids[index] ?? '')
    else failures.push(outcome.reason)
  }
  if (jobs.length + missing.length === 0 && failures.length > 0)
    throw failures.find(isRateLimited) ?? failures[0]
  return { jobs, missing }
}

const waitFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
