import type { ApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'
import type { Failure, GalleryRecord, OtherFile, Picture } from './record'

/** Krea gives its own models 3 minutes and other providers 2 hours; time in its backlog does not count. */
const stalledAfterMs = { hosted: 4 * 60_000, external: 121 * 60_000 }
/** A job just accepted may not be readable everywhere at once. */
const missingAfterMs = 30_000

/**
 * The record after an answer about its job. Nothing changes a record that has ended, and an answer that was
 * overtaken by a later one changes nothing unless the job has ended.
 * @param askedAt when the answer was asked for
 */
export function advance(
  record: GalleryRecord,
  job: Job,
  now: number,
  askedAt = now,
): GalleryRecord {
  const { state } = record
  if (state.kind !== 'submitting' && state.kind !== 'running') return record
  if (job.phase === 'pending' && isOvertaken(state, now, askedAt)) return record
  const next = { ...record, previews: withPreviews(record, job, now) }
  if (job.status === 'backlogged') next.startedAt = now
  switch (job.phase) {
    case 'succeeded':
      return job.images.some(({ kind }) => kind === 'final')
        ? { ...next, state: { kind: 'saving', job, problem: null } }
        : fail(next, job, 'no_picture', 'Krea returned no picture.', now)
    case 'failed': {
      const { code, message, charged } = job.error ?? unexplained
      return {
        ...next,
        state: { kind: 'failed', job, failure: { code, message, charged, at: now } },
      }
    }
    case 'cancelled':
      return { ...next, state: { kind: 'cancelled', job } }
    case 'pending': {
      const same = state.kind === 'running' && !hasMoved(state.job, job)
      const progressAt = same ? state.progressAt : now
      // Where Krea does not say: only models that it hosts show previews.
      const external = job.external ?? next.previews.length === 0
      const limitMs = stalledAfterMs[external ? 'external' : 'hosted']
      if (now - progressAt > limitMs) {
        const message = `This job has not moved for ${limitMs / 60_000} minutes.`
        return fail(next, job, 'krea_timeout', message, now)
      }
      if (same && state.missingSince === null) return record
      return { ...next, state: { kind: 'running', job, progressAt, missingSince: null, askedAt } }
    }
    default:
      return job.phase satisfies never
  }
}

/** A time ahead of the clock says nothing: the clock was set back. */
const isOvertaken = (state: GalleryRecord['state'], now: number, askedAt: number): boolean =>
  state.kind === 'running' &&
  state.askedAt !== undefined &&
  askedAt < state.askedAt &&
  state.askedAt <= now

const unexplained = {
  code: 'failed',
  message: 'Krea failed this job without giving a reason.',
  charged: 'no',
} as const

/** Krea does not know a job that it accepted: after a while, the record fails. */
export function missing(record: GalleryRecord, now: number, askedAt = now): GalleryRecord {
  const { state } = record
  if (state.kind !== 'running' || isOvertaken(state, now, askedAt)) return record
  const missingSince = state.missingSince ?? now
  return now - missingSince > missingAfterMs
    ? fail(record, state.job, 'not_found', 'Krea no longer knows this job.', now)
    : { ...record, state: { ...state, missingSince } }
}

/** A job that Krea accepted cannot be read for a while: the record says why, and a person may look again. */
export function unreadable(record: GalleryRecord, error: ApiError, now: number): GalleryRecord {
  const { state } = record
  if (state.kind !== 'running') return record
  const failure: Failure = { ...toFailure(error, now), charged: 'unknown' }
  return { ...record, state: { kind: 'failed', job: state.job, failure } }
}

/** The record leaves the queue for Krea. `estimate`: the newest one for such jobs. */
export function begun(
  record: GalleryRecord,
  estimate: Pick<GalleryRecord, 'typicalSeconds' | 'showsPreviews'>,
  now: number,
): GalleryRecord {
  if (record.state.kind !== 'waiting' || record.deletedAt !== null) return record
  return { ...record, ...estimate, startedAt: now, state: { kind: 'submitting' } }
}

/** Krea or this server is too busy: the record waits again. */
export function putBack(record: GalleryRecord, position: number, now: number): GalleryRecord {
  if (record.state.kind !== 'submitting') return record
  const { times, since } = record.busy ?? { times: 0, since: now }
  return {
    ...record,
    busy: { times: times + 1, since },
    state: { kind: 'waiting', place: position },
  }
}

/** The request for a job failed. */
export function refused(record: GalleryRecord, error: ApiError, now: number): GalleryRecord {
  if (record.state.kind !== 'submitting') return record
  return { ...record, state: { kind: 'failed', job: null, failure: toFailure(error, now) } }
}

/** A person does not want the job whose request is on its way. */
export const cancelledEarly = (record: GalleryRecord): GalleryRecord =>
  record.state.kind === 'submitting'
    ? { ...record, state: { kind: 'submitting', isCancelled: true } }
    : record

/** A lost job was looked for in vain. */
export function notFound(record: GalleryRecord): GalleryRecord {
  const { state } = record
  if (state.kind !== 'failed') return record
  return { ...record, state: { ...state, failure: { ...state.failure, checked: true } } }
}

/** A record of another browser's queue: it is sent only when a person asks for it. */
export function neverSent(record: GalleryRecord, now: number): GalleryRecord {
  if (record.state.kind !== 'waiting') return record
  const message = 'Not sent: this picture was still in the queue when the backup was made.'
  const failure: Failure = { code: 'not_sent', message, charged: 'no', at: now }
  return { ...record, state: { kind: 'failed', job: null, failure } }
}

/** Follows a job again, or asks again for a lost answer. */
export function checkAgain(record: GalleryRecord, now: number): GalleryRecord {
  const { state } = record
  if (state.kind !== 'failed') return record
  return {
    ...record,
    state: state.job
      ? { kind: 'running', job: state.job, progressAt: now, missingSince: null }
      : { kind: 'submitting' },
  }
}

/** @param problem why the last attempt to save the picture failed; null to try again */
export function unsaved(record: GalleryRecord, problem: Failure | null): GalleryRecord {
  const { state } = record
  if (state.kind !== 'saving' || state.problem === problem) return record
  return { ...record, state: { ...state, problem } }
}

export function saved(
  record: GalleryRecord,
  picture: Picture,
  others: OtherFile[] = [],
): GalleryRecord {
  const { state } = record
  if (state.kind !== 'saving') return record
  const aspect = picture.width / picture.height
  const done = { kind: 'done', job: state.job, picture } as const
  return { ...record, aspect, state: others.length > 0 ? { ...done, others } : done }
}

export function toFailure(error: ApiError, now: number): Failure {
  const { code, message, charged, requestId, retryAfterMs, replacement, fields, krea } = error
  const field = fields?.[0]?.path
  return { code, message, charged, at: now, requestId, retryAfterMs, replacement, field, krea }
}

function fail(record: GalleryRecord, job: Job, code: string, message: string, now: number) {
  const failure: Failure = { code, message, charged: 'unknown', at: now }
  return { ...record, state: { kind: 'failed', job, failure } } satisfies GalleryRecord
}

const hasMoved = (before: Job, after: Job): boolean =>
  after.status === 'backlogged' ||
  before.status !== after.status ||
  before.images.at(-1)?.url !== after.images.at(-1)?.url

function withPreviews({ previews }: GalleryRecord, job: Job, now: number) {
  const fresh = job.images.filter(
    ({ kind, url }) => kind === 'preview' && !previews.some((preview) => preview.url === url),
  )
  return fresh.length === 0
    ? previews
    : [...previews, ...fresh.map(({ url }) => ({ url, at: now }))]
}
