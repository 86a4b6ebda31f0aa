import { ApiError, isApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'

type Options = {
  readOne: (id: string) => Promise<Job>
  /** Null for a job that Krea does not know, nothing for one that could not be read just now. */
  readMany: (ids: string[]) => Promise<Map<string, Job | null>>
  wait: (ms: number) => Promise<void>
  /** ms since 1970 */
  now: () => number
}

/** `maxBatch`: how many ids its next request may have. */
type Waiter = {
  id: string
  maxBatch: number
  resolve: (job: Job) => void
  reject: (error: unknown) => void
}

/** The page asks at most twice a second, however many jobs run. */
const spacingMs = 500
/** Reads that are due within this time share a request. */
const gatherMs = 25
/** As many ids as the server takes. */
const maxBatch = 100

/** A function that reads one job for each caller, and many jobs in one request. */
export function createJobReader({ readOne, readMany, wait, now }: Options) {
  let waiters: Waiter[] = []
  let lastSentAt = Number.NEGATIVE_INFINITY

  async function sendNext() {
    await wait(Math.max(gatherMs, lastSentAt + spacingMs - now()))
    lastSentAt = now()
    const waiting = waiters
    waiters = []
    const size = waiting[0]?.maxBatch ?? maxBatch
    const willing = waiting.filter((waiter) => waiter.maxBatch >= size)
    const ids = [...new Set(willing.map(({ id }) => id))].slice(0, size)
    const batch = willing.filter(({ id }) => ids.includes(id))
    enqueue(waiting.filter((waiter) => !batch.includes(waiter)))
    await answer(ids, batch)
  }

  function enqueue(added: Waiter[]) {
    if (added.length === 0) return
    if (waiters.length === 0) void sendNext()
    waiters.push(...added)
  }

  async function answer(ids: string[], batch: Waiter[]) {
    try {
      const [id] = ids
      const jobs: Map<string, Job | null> =
        ids.length === 1 && id !== undefined
          ? new Map([[id, await readOne(id)]])
          : await readMany(ids)
      for (const { id, resolve, reject } of batch) {
        const job = jobs.get(id)
        if (job) resolve(job)
        else reject(new ApiError(job === null ? 'not_found' : 'krea_unavailable'))
      }
    } catch (error) {
      // One id that the server refuses must not cost the others their answer.
      if (ids.length > 1 && isRefused(error)) retryInHalves(ids, batch)
      else for (const { reject } of batch) reject(error)
    }
  }

  const retryInHalves = (ids: string[], batch: Waiter[]) =>
    enqueue(batch.map((waiter) => ({ ...waiter, maxBatch: Math.ceil(ids.length / 2) })))

  /** @param isSingle whether it has a request of its own: an answer about many does not say why one is missing. */
  return (id: string, isSingle = false): Promise<Job> =>
    new Promise((resolve, reject) =>
      enqueue([{ id, maxBatch: isSingle ? 1 : maxBatch, resolve, reject }]),
    )
}

const isRefused = (error: unknown) => isApiError(error) && error.code === 'invalid_request'
