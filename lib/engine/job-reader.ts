import { ApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'

type Wires = {
  readOne: (id: string) => Promise<Job>
  /** null for a job that is not known, nothing for one that could not be read just now */
  readMany: (ids: string[]) => Promise<Map<string, Job | null>>
  wait: (ms: number) => Promise<void>
  now: () => number
}

type Waiter = { id: string; resolve: (job: Job) => void; reject: (error: unknown) => void }

/** However many jobs run, the page asks at most twice a second. */
const spacingMs = 500
/** Reads due within this time of each other travel together. */
const gatherMs = 25
const mostAtOnce = 100

/** Reads jobs one by one for its callers, and together on the wire. */
export function createJobReader({ readOne, readMany, wait, now }: Wires) {
  let waiters: Waiter[] = []
  let lastSentAt = Number.NEGATIVE_INFINITY

  async function gather() {
    await wait(Math.max(gatherMs, lastSentAt + spacingMs - now()))
    lastSentAt = now()
    const batch = waiters
    waiters = []
    const ids = [...new Set(batch.map(({ id }) => id))]
    const due = new Set(ids.slice(0, mostAtOnce))
    const later = batch.filter(({ id }) => !due.has(id))
    if (later.length > 0) queue(later)
    const served = batch.filter(({ id }) => due.has(id))
    await answer([...due], served)
  }

  function queue(more: Waiter[]) {
    if (waiters.length === 0) void gather()
    waiters.push(...more)
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
      for (const { reject } of batch) reject(error)
    }
  }

  return (id: string): Promise<Job> =>
    new Promise((resolve, reject) => queue([{ id, resolve, reject }]))
}
