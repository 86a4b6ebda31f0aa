import { cancelJob, readJob, readJobs } from '../api/jobs'
import { ApiError } from '../contract/errors'
import { isEnded, type Job } from '../contract/jobs'
import { changeRecord } from '../library/records'
import { changeRunTimes } from '../library/request-log'
import { type GalleryRecord, startOf } from '../record/record'
import { runTimeOf, runTimesKey, withRunTime } from '../record/run-times'
import { advance, missing } from '../record/transitions'
import { createJobReader } from './job-reader'
import { pollInterval } from './poll'

const reader = createJobReader({
  readOne: readJob,
  readMany: readJobs,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: Date.now,
})

/** Seconds a job is expected to take where Krea publishes none. */
const assumedSeconds = 10

export const typicalMs = ({ typicalSeconds }: GalleryRecord): number =>
  (typicalSeconds ?? assumedSeconds) * 1000

/** Reads a record's job once, and writes what it says. Answers that were overtaken are dropped. */
export async function follow(id: string, jobId: string): Promise<GalleryRecord | undefined> {
  const isLatest = takeNumber(jobId)
  const job = await reader(jobId).catch(unlessMissing)
  return job ? tell(id, job, isLatest) : changeRecord(id, orMissing(isLatest))
}

const orMissing = (isLatest: () => boolean) => (record: GalleryRecord) =>
  isLatest() ? missing(record, Date.now()) : record

/** Krea may finish first: then the picture is kept. */
export async function cancel(id: string, jobId: string): Promise<void> {
  const isLatest = takeNumber(jobId)
  await tell(id, await cancelJob(jobId), isLatest)
}

/** The end of a job is never out of date, and a record that has ended does not change any more. */
async function tell(id: string, job: Job, isLatest: () => boolean) {
  let took: number | null = null
  const after = await changeRecord(id, (before) => {
    if (!isLatest() && !isEnded(job)) return before
    const now = Date.now()
    const next = advance(before, job, now)
    const arrived = before.state.kind === 'running' && next.state.kind === 'saving'
    took = arrived ? runTimeOf(job, now - startOf(before)) : null
    return next
  })
  if (after && took !== null) await learn(after, took).catch(() => undefined)
  return after
}

function learn({ model, input }: GalleryRecord, ms: number): Promise<void> {
  return changeRunTimes(runTimesKey(model, input), (learnt) =>
    withRunTime(learnt, model, input, ms),
  )
}

/** SWR's `refreshInterval`: 0 stops it. */
export function refreshInterval(record?: GalleryRecord): number {
  if (record && record.state.kind !== 'running') return 0
  return pollInterval({
    elapsedMs: record ? Date.now() - startOf(record) : 0,
    typicalMs: record ? typicalMs(record) : assumedSeconds * 1000,
    hidden: document.hidden,
  })
}

function unlessMissing(error: unknown): Job | null {
  if (error instanceof ApiError && error.code === 'not_found') return null
  throw error
}

const numbers = new Map<string, { taken: number; applied: number }>()

/** Numbers the requests for a job, so that an answer knows whether a later one came before it. */
function takeNumber(jobId: string): () => boolean {
  const count = numbers.get(jobId) ?? { taken: 0, applied: 0 }
  numbers.set(jobId, count)
  count.taken += 1
  const mine = count.taken
  return () => {
    if (mine < count.applied) return false
    count.applied = mine
    return true
  }
}
