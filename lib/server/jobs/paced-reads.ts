import 'server-only'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'

/** However many jobs and readers there are, Krea is asked at most twice a second. */
const spacingMs = 500
/** From here on, one page of Krea's list costs less than single reads. */
const worthAPage = 3
const pageLimits = { least: 100, most: 1_000 }

type Client = Pick<KreaClient, 'getJob' | 'listJobs'>
type Clock = { now: () => number; wait: (ms: number) => Promise<void> }
type Waiter = {
  client: Client
  id: string
  resolve: (job: Job) => void
  reject: (error: unknown) => void
}

export type PacedReads = ReturnType<typeof createPacedReads>

/**
 * Reads the jobs of one upstream in turns: who comes while a turn is awaited travels along. A page may
 * lack pictures and reasons; such jobs, and those it does not hold, are then read alone.
 */
export function createPacedReads({ now, wait }: Clock) {
  const together: Waiter[] = []
  const alone: Waiter[] = []
  let lastAt = Number.NEGATIVE_INFINITY
  let running = false

  async function run() {
    running = true
    // Those who ask in this very moment travel together.
    await Promise.resolve()
    for (let single = false; together.length + alone.length > 0; single = !single) {
      const pause = lastAt + spacingMs - now()
      if (pause > 0) await wait(pause)
      lastAt = now()
      const page = together.length >= worthAPage && !(single && alone.length > 0)
      const next = page ? together.splice(0) : (alone.length > 0 ? alone : together).splice(0, 1)
      const [first, ...rest] = next
      if (first) void (rest.length > 0 ? readPage(first, rest) : readOne(first))
    }
    running = false
  }

  async function readPage(first: Waiter, rest: Waiter[]) {
    const due = [first, ...rest]
    try {
      const limit = Math.min(pageLimits.most, Math.max(pageLimits.least, due.length * 2))
      const { jobs } = await first.client.listJobs({ limit })
      const byId = new Map(jobs.map((job) => [job.id.toLowerCase(), job]))
      for (const waiter of due) {
        const job = byId.get(waiter.id.toLowerCase())
        if (job && !lacksDetail(job)) waiter.resolve(job)
        else queue(alone, waiter)
      }
    } catch (error) {
      for (const { reject } of due) reject(error)
    }
  }

  async function readOne({ client, id, resolve, reject }: Waiter) {
    await client.getJob(id).then(resolve, reject)
  }

  function queue(list: Waiter[], waiter: Waiter) {
    list.push(waiter)
    if (!running) void run()
  }

  const read = (client: Client, id: string): Promise<Job> =>
    new Promise((resolve, reject) => queue(together, { client, id, resolve, reject }))

  return { read }
}

/** Krea's list may leave out pictures and reasons. */
function lacksDetail(job: Job): boolean {
  return (
    job.phase === 'failed' || (job.status === 'intermediate-complete' && job.images.length === 0)
  )
}
