import type { Job } from '@/lib/contract/jobs'
import { createJobReader } from '@/lib/engine/job-reader'
import { type Pace, pollInterval, untilTick } from '@/lib/engine/poll'
import { type RunTimes, typicalSecondsOf, withRunTime } from '@/lib/record/run-times'
import { createReads } from '@/lib/server/jobs/reads'
import { createVirtualClock } from '../../fixtures/virtual-clock'
import { jobAt, type MixedJob, mixedJob, standingMs } from './mixed-jobs'
import { mulberry } from './random'

const slots = { inView: 30, outOfView: 70 }
/** One way, in ms: from the page to the server, and from there to Krea. */
const latencyMs = { page: 25, krea: 60 }
/** A picture that is the newest for so long is to be seen. */
const longMs = 2_000
const maxListed = 1_000

export type Replay = {
  jobs: number
  /** How often the page asked for a job, how often it asked the server, and the server Krea. */
  reads: number
  requests: number
  requestsToKrea: number
  /** Of jobs in view, in ms: from when a picture was there until it was seen. */
  pictureDelays: number[]
  finalDelays: number[]
  /** Of jobs in view: pictures on the way that stood for 2 s, and how many of those were seen. */
  made: number
  seen: number
  outOfViewDelays: number[]
}

export type PaceOf = (pace: Pace, now: number) => number

export const ourPace: PaceOf = (pace, now) => untilTick(now, pollInterval(pace))

/** The fixed pace of 2 s counts from one question to the next. */
export const fixedPace: PaceOf = () => 2_000 - 2 * latencyMs.page - 2 * latencyMs.krea

/**
 * A hundred jobs at a time, on a virtual clock: the page's reader and the server's reads as they are, and a Krea that
 * answers after a while. Each job that ends is followed by another.
 * @param isShared false: each read is a request of its own, straight to Krea
 */
export async function replay(ms: number, paceOf: PaceOf, isShared = true): Promise<Replay> {
  const clock = createVirtualClock()
  const random = mulberry(1)
  const krea = fakeKrea(clock)
  const reads = createReads(clock.now, undefined, clock.wait)
  const result: Replay = {
    jobs: 0,
    reads: 0,
    requests: 0,
    requestsToKrea: 0,
    pictureDelays: [],
    finalDelays: [],
    made: 0,
    seen: 0,
    outOfViewDelays: [],
  }
  const overTheLine = async <T>(ask: () => Promise<T>): Promise<T> => {
    result.requests += 1
    await clock.wait(latencyMs.page)
    const answer = await ask()
    await clock.wait(latencyMs.page)
    return answer
  }
  const sharedReader = createJobReader({
    readOne: (id) => overTheLine(() => reads.readOne(krea.client, id)),
    readMany: (ids) =>
      overTheLine(async () => {
        const { jobs, missing } = await reads.readMany(krea.client, ids)
        return new Map<string, Job | null>([
          ...missing.map((id) => [id, null] as const),
          ...jobs.map((job) => [job.id, job] as const),
        ])
      }),
    wait: clock.wait,
    now: clock.now,
  })
  const read = isShared ? sharedReader : (id: string) => overTheLine(() => krea.client.getJob(id))
  const runTimes = new Map<string, RunTimes>()

  async function follow(job: MixedJob, visibility: Pace['visibility']): Promise<void> {
    const { name, published, hosted } = job.kind
    const learned = runTimes.get(name)
    const typical = typicalSecondsOf(learned, published)
    const seenAt: (number | undefined)[] = []
    for (;;) {
      const pace: Pace = {
        elapsedMs: clock.now() - job.start,
        typicalMs: typical === null ? null : typical * 1000,
        visibility,
        showsPreviews: seenAt.length > 0 || (learned?.previews ?? hosted),
      }
      await clock.wait(paceOf(pace, clock.now()))
      result.reads += 1
      const answer = await read(job.id).catch(() => undefined)
      const step = Number(/-(\d+)\.png$/.exec(answer?.images[0]?.url ?? '')?.[1] ?? 0)
      if (step > 0) seenAt[step - 1] ??= clock.now()
      if (answer?.phase === 'succeeded') break
    }
    runTimes.set(
      name,
      withRunTime(learned, name, {}, clock.now() - job.start, seenAt.length > 0 || hosted),
    )
    count(job, visibility, seenAt)
  }

  function count(job: MixedJob, visibility: Pace['visibility'], seenAt: (number | undefined)[]) {
    result.jobs += 1
    const finalDelay = clock.now() - job.end
    if (visibility !== 'in-view') return void result.outOfViewDelays.push(finalDelay)
    result.finalDelays.push(finalDelay)
    for (const [index, there] of job.pictures.entries()) {
      const at = seenAt[index]
      if (at !== undefined) result.pictureDelays.push(at - there)
      if (standingMs(job, index) < longMs) continue
      result.made += 1
      if (at !== undefined) result.seen += 1
    }
  }

  async function runSlot(slot: number): Promise<void> {
    // Not all at once.
    await clock.wait(random() * 10_000)
    for (let turn = 0; clock.now() < ms; turn++) {
      const job = mixedJob(`${slot}-${turn}`, clock.now(), random)
      krea.add(job)
      reads.addKnown(krea.client, job.id)
      await follow(job, slot < slots.inView ? 'in-view' : 'out-of-view')
    }
  }

  for (let slot = 0; slot < slots.inView + slots.outOfView; slot++) void runSlot(slot)
  await clock.runUntil(ms)
  return { ...result, requestsToKrea: krea.requests() }
}

/** Krea's newest jobs, told as they are half way of each request. */
function fakeKrea({ now, wait }: Pick<ReturnType<typeof createVirtualClock>, 'now' | 'wait'>) {
  const jobs = new Map<string, MixedJob>()
  let requests = 0
  const ask = async <T>(answer: () => T): Promise<T> => {
    requests += 1
    await wait(latencyMs.krea)
    const found = answer()
    await wait(latencyMs.krea)
    return found
  }
  const find = (id: string): Job => {
    const job = jobs.get(id)
    if (!job) throw new Error(`there is no job ${id}`)
    return jobAt(job, now())
  }
  const list = ({ limit = maxListed, cursor = '0' }: { limit?: number; cursor?: string }) => {
    const end = Number(cursor) + limit
    const page = [...jobs.keys()].reverse().slice(Number(cursor), end)
    const nextCursor = end < jobs.size ? String(end) : null
    return { jobs: page.map(find), nextCursor, serverNow: null }
  }

  return {
    requests: () => requests,
    add(job: MixedJob) {
      jobs.set(job.id, job)
      const [oldest] = jobs.keys()
      if (jobs.size > maxListed && oldest !== undefined) jobs.delete(oldest)
    },
    client: {
      baseUrl: 'https://krea.test',
      getJob: (id: string) => ask(() => find(id)),
      listJobs: (query: { limit?: number; cursor?: string } = {}) => ask(() => list(query)),
    },
  }
}

/** The value that so many of a hundred do not exceed. */
export const percentile = (values: number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? 0
