import { cancelJob, readJob, readJobs } from '../api/jobs'
import { isApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'
import { changeRecord } from '../library/records'
import { changeRunTimes } from '../library/request-log'
import { type GalleryRecord, showsPreviews, startOf } from '../record/record'
import { hasPicture } from '../record/record-state'
import { runTimeOf, runTimesKey, withRunTime } from '../record/run-times'
import { advance, missing, unreadable } from '../record/transitions'
import { createJobReader } from './job-reader'
import { jobsInView } from './jobs-in-view'
import { pollInterval, untilTick, type Visibility } from './poll'
import { createReadFailures } from './read-failures'

const reader = createJobReader({
  readOne: readJob,
  readMany: readJobs,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: Date.now,
})

const failures = createReadFailures(Date.now)

/** Reads a record's job once, and writes the answer to the record. */
export async function follow(id: string, jobId: string): Promise<GalleryRecord | undefined> {
  const askedAt = Date.now()
  let job: Job | null
  try {
    job = await reader(jobId, failures.has(jobId)).catch(nullIfMissing)
  } catch (error) {
    if (!failures.note(jobId, error) || !isApiError(error)) throw error
    return changeRecord(id, (record) => unreadable(record, error, Date.now()))
  }
  failures.clear(jobId)
  return job
    ? writeAnswer(id, job, askedAt)
    : changeRecord(id, (record) => missing(record, Date.now(), askedAt))
}

/** Krea may finish first: then the picture is saved. */
export async function cancel(id: string, jobId: string): Promise<void> {
  const askedAt = Date.now()
  await writeAnswer(id, await cancelJob(jobId), askedAt)
}

async function writeAnswer(id: string, job: Job, askedAt: number) {
  let runTime: number | null = null
  const after = await changeRecord(id, (before) => {
    const now = Date.now()
    const next = advance(before, job, now, askedAt)
    const isFinished = before.state.kind === 'running' && hasPicture(next.state.kind)
    runTime = isFinished ? runTimeOf(job, now - startOf(before)) : null
    return next
  })
  // An estimate is not worth an error.
  if (after && runTime !== null) await addRunTime(after, runTime).catch(() => undefined)
  return after
}

const addRunTime = ({ model, input, previews }: GalleryRecord, ms: number): Promise<void> =>
  changeRunTimes(runTimesKey(model, input), (runTimes) =>
    withRunTime(runTimes, model, input, ms, previews.length > 0),
  )

/** SWR's `refreshInterval`: 0 stops it. */
export function refreshInterval(record?: GalleryRecord): number {
  if (record && record.state.kind !== 'running') return 0
  const interval = pollInterval({
    elapsedMs: record ? Date.now() - startOf(record) : 0,
    typicalMs: record?.typicalSeconds ? record.typicalSeconds * 1000 : null,
    visibility: visibilityOf(record),
    showsPreviews: record !== undefined && showsPreviews(record),
  })
  return untilTick(performance.now(), interval)
}

function visibilityOf(record: GalleryRecord | undefined): Visibility {
  if (record && jobsInView.has(record.id)) return 'in-view'
  return document.hidden ? 'hidden' : 'out-of-view'
}

function nullIfMissing(error: unknown): Job | null {
  if (isApiError(error) && error.code === 'not_found') return null
  throw error
}
