import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import { memoryRateLimiter } from '../access/rate-limit'
import { type Archive, noArchive } from './archive'
import type { Asker } from './asker'
import { createJobMemory, keyOf } from './job-memory'
import { createPacedReads, type PacedReads } from './paced-reads'
import { isMissing, isRateLimited, sortOutcomes } from './read-outcomes'

/**
 * Whoever asks within this time from when a read began shares its answer. It is less than the pages' pace for a job in
 * view, of 0.9 s: else such an answer would come a whole step late.
 */
const freshMs = 800
const maxRecent = 5_000
/** Of ids that nobody here made and Krea did not show before; each may cost a read of its own. */
const maxUnknownPerMinute = 200
const maxUpstreams = 100
/** Slower reads are for the next poll: the other jobs must not wait for them. */
const timeoutMs = 3_000

type Client = Pick<KreaClient, 'baseUrl' | 'getJob' | 'listJobs'>
/** `askers` are those who wait for it. */
type Read = { startedAt: number; isInFlight: boolean; job: Promise<Job>; askers: Asker[] }

export type Reads = ReturnType<typeof createReads>

const playground: Asker = { name: 'playground', limitedBy: [], isGone: () => false }

/**
 * Reads jobs for everyone: each at most every 0.8 s and once at a time, an ended one never again, and
 * what is due at the same time together. `now` is in ms.
 */
export function createReads(now: () => number, archive: Archive = noArchive, wait = waitFor) {
  const memory = createJobMemory(archive)
  const recent = new LRUCache<string, Read>({ max: maxRecent })
  const pacedReads = new LRUCache<string, PacedReads>({ max: maxUpstreams })
  const unknownIds = memoryRateLimiter(maxUnknownPerMinute)

  function pacedReadsOf({ baseUrl }: Client): PacedReads {
    const paced = pacedReads.get(baseUrl) ?? createPacedReads({ now, wait })
    pacedReads.set(baseUrl, paced)
    return paced
  }

  /** What is known already, or on its way. */
  function shared(client: Client, id: string, asker: Asker): Promise<Job> | undefined {
    const key = keyOf(client, id)
    const ended = memory.endedJob(key)
    if (ended) return Promise.resolve(ended)
    const read = recent.get(key)
    if (!read) return undefined
    if (read.isInFlight) read.askers.push(asker)
    return read.isInFlight || now() - read.startedAt < freshMs ? read.job : undefined
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
    const isKnown = memory.isKnown(key)
    const askers = [asker]
    const isWanted = () => askers.some(({ isGone }) => !isGone())
    const interest = { asker: asker.name, isKnown, isUrgent, isWanted }
    const job = limit(asker, isKnown)
      .then(() => pacedReadsOf(client).read(client, id, interest))
      .then(
        (found) => memory.remember(client, found),
        (error: unknown) => {
          if (isMissing(error)) memory.forgetKnown(key)
          // A read that was given up says nothing to whoever asks next.
          const isGivenUp = !isApiError(error) || isRateLimited(error)
          if (isGivenUp && recent.get(key) === entry) recent.delete(key)
          throw error
        },
      )
      .finally(() => {
        entry.isInFlight = false
      })
    const entry: Read = { startedAt: now(), isInFlight: true, job, askers }
    recent.set(key, entry)
    return entry.job
  }

  async function readOne(client: Client, id: string, asker = playground): Promise<Job> {
    const found = shared(client, id, asker)
    if (found) return found
    await memory.recall(client, [id])
    return shared(client, id, asker) ?? start(client, id, asker, false)
  }

  /** Reads past the cache, right after a change. */
  async function readAnew(client: Client, id: string, asker = playground): Promise<Job> {
    await memory.recall(client, [id])
    return start(client, id, asker, true)
  }

  async function readMany(client: Client, ids: string[], asker = playground) {
    const unique = [...new Set(ids.map((id) => id.toLowerCase()))]
    // Nothing would wait for the time limit below, and its rejection would be unhandled.
    if (unique.length === 0) return { jobs: [], missing: [] }
    await memory.recall(client, unique)
    let isOver = false
    const timedOut = wait(timeoutMs).then(() => {
      isOver = true
      throw new ApiError('krea_timeout')
    })
    const outcomes = await Promise.allSettled(
      unique.map((id) => {
        // A job of ours is read to its end, for the next poll.
        const isPatient = memory.isKnown(keyOf(client, id))
        const isGone = () => asker.isGone() || (isOver && !isPatient)
        return Promise.race([readOne(client, id, { ...asker, isGone }), timedOut])
      }),
    )
    return sortOutcomes(unique, outcomes)
  }

  return {
    readOne,
    readAnew,
    readMany,
    remember: memory.remember,
    addKnown: memory.addKnown,
  }
}

const waitFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
