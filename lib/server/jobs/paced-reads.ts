import 'server-only'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'

/** However many jobs and readers there are, Krea gets at most two reads a second. */
const spacingMs = 500
/** From here on, one page of Krea's list costs less than single reads. */
const minPerPage = 3
const pageSize = { min: 100, max: 1_000 }

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
 * Reads the jobs of one upstream at a steady pace. Reads that wait for the next slot share one page of
 * Krea's list. A page may lack pictures and reasons; such jobs, and those not on it, are read singly.
 */
export function createPacedReads({ now, wait }: Clock) {
  const batched: Waiter[] = []
  const single: Waiter[] = []
  let lastAt = Number.NEGATIVE_INFINITY
  let running = false

  async function run() {
    running = true
    // Reads that start in this very moment share a page.
    await Promise.resolve()
    for (let singleTurn = false; batched.length + single.length > 0; singleTurn = !singleTurn) {
      const pause = lastAt + spacingMs - now()
      if (pause > 0) await wait(pause)
      lastAt = now()
      const page = batched.length >= minPerPage && !(singleTurn && single.length > 0)
      const next = page ? batched.splice(0) : (single.length > 0 ? single : batched).splice(0, 1)
      const [first, ...rest] = next
      if (first) void (rest.length > 0 ? readPage(first, rest) : readOne(first))
    }
    running = false
  }

  async function readPage(first: Waiter, rest: Waiter[]) {
    const due = [first, ...rest]
    try {
      const limit = Math.min(pageSize.max, Math.max(pageSize.min, due.length * 2))
      const { jobs } = await first.client.listJobs({ limit })
      const byId = new Map(jobs.map((job) => [job.id.toLowerCase(), job]))
      for (const waiter of due) {
        const job = byId.get(waiter.id.toLowerCase())
        if (job && !lacksDetail(job)) waiter.resolve(job)
        else queue(single, waiter)
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
    new Promise((resolve, reject) => queue(batched, { client, id, resolve, reject }))

  return { read }
}

/** Krea's list may leave out pictures and reasons. */
function lacksDetail(job: Job): boolean {
  return (
    job.phase === 'failed' || (job.status === 'intermediate-complete' && job.images.length === 0)
  )
}
