import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { recordSchema } from '@/lib/record/record'
import {
  advance,
  cancelledEarly,
  checkAgain,
  missing,
  notFound,
  refused,
  saved,
  unsaved,
} from '@/lib/record/transitions'
import {
  completedJob,
  jobWith,
  jobWithPreview,
  savedPicture,
  submittingRecord,
} from '../../fixtures/record'

const running = advance(submittingRecord, jobWith(), 1000)
const hour = 3_600_000

test('a job runs from acceptance through previews to its saved picture', () => {
  const withPreviews = advance(
    advance(running, jobWithPreview('a'), 2000),
    jobWithPreview('b'),
    3000,
  )
  expect(withPreviews.previews).toEqual([
    { url: 'a', at: 2000 },
    { url: 'b', at: 3000 },
  ])
  const saving = advance(withPreviews, completedJob, 4000)
  expect(saving.state).toEqual({ kind: 'saving', job: completedJob, problem: null })
  const done = saved(saving, savedPicture)
  expect(done.state).toEqual({ kind: 'done', job: completedJob, picture: savedPicture })
  expect(done.aspect).toBeCloseTo(16 / 9)
  expect(done.previews).toHaveLength(2)
})

test('a preview seen again is listed once', () => {
  expect(
    advance(advance(running, jobWithPreview('a'), 2000), jobWithPreview('a'), 3000).previews,
  ).toHaveLength(1)
})

test('of the previews that each answer lists again, only the new ones are added', () => {
  const both = jobWith({
    status: 'sampling',
    images: [
      { url: 'a', kind: 'preview' },
      { url: 'b', kind: 'preview' },
    ],
  })
  const { previews } = advance(advance(running, jobWithPreview('a'), 2000), both, 3000)
  expect(previews).toEqual([
    { url: 'a', at: 2000 },
    { url: 'b', at: 3000 },
  ])
})

test('an ended record never goes back', () => {
  const done = saved(advance(running, completedJob, 2000), savedPicture)
  const failed = refused(submittingRecord, new ApiError('krea_unavailable'), 2000)
  for (const ended of [done, failed]) {
    expect(advance(ended, jobWith({ status: 'sampling' }), 3000)).toBe(ended)
    expect(missing(ended, 3000)).toBe(ended)
  }
})

test('a job that Krea ended without a picture fails', () => {
  const failed = advance(running, { ...completedJob, images: [] }, 2000)
  expect(failed.state).toMatchObject({ kind: 'failed', failure: { code: 'no_picture' } })
})

test('a failed job has Krea’s reason, and a sentence where Krea gives none', () => {
  const error = { code: 'nsfw', message: 'Stopped.', charged: 'no' } as const
  expect(advance(running, jobWith({ phase: 'failed', error }), 2000).state).toMatchObject({
    failure: { ...error, at: 2000 },
  })
  expect(advance(running, jobWith({ phase: 'failed' }), 2000).state).toMatchObject({
    failure: { message: 'Krea failed this job without giving a reason.' },
  })
})

test('a cancelled job ends cancelled', () => {
  expect(advance(running, jobWith({ phase: 'cancelled' }), 2000).state.kind).toBe('cancelled')
})

test('an unknown status goes on, but not for ever', () => {
  const odd = advance(running, jobWith({ status: 'dreaming' }), 2000)
  expect(advance(odd, jobWith({ status: 'dreaming' }), 2 * hour).state.kind).toBe('running')
  expect(advance(odd, jobWith({ status: 'dreaming' }), 2.1 * hour).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'krea_timeout', charged: 'unknown' },
  })
})

test('a job that showed pictures on the way runs at Krea itself, and is given up after minutes', () => {
  const shaping = advance(running, jobWithPreview('a'), 2000)
  expect(advance(shaping, jobWithPreview('a'), 200_000).state.kind).toBe('running')
  expect(advance(shaping, jobWithPreview('a'), 300_000).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'krea_timeout', message: 'This job has not moved for 4 minutes.' },
  })
})

test('waiting in Krea’s backlog has no time limit', () => {
  const waiting = advance(running, jobWith({ status: 'backlogged' }), 2000)
  expect(advance(waiting, jobWith({ status: 'backlogged' }), 9 * hour).state.kind).toBe('running')
})

test('a job that Krea does not know is given up after 30 s, and not before', () => {
  const unseen = missing(running, 10_000)
  expect(missing(unseen, 39_000).state.kind).toBe('running')
  expect(missing(unseen, 41_000).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'not_found' },
  })
})

test('a job that turns up again is no longer missing', () => {
  const back = advance(missing(running, 10_000), jobWith(), 20_000)
  expect(missing(back, 45_000).state.kind).toBe('running')
})

test('a given-up job is followed again on request, with its time reset', () => {
  const gone = missing(missing(running, 10_000), 41_000)
  expect(checkAgain(gone, 50_000).state).toMatchObject({ kind: 'running', progressAt: 50_000 })
})

test('a lost answer is asked for again on request', () => {
  const lost = refused(submittingRecord, new ApiError('submit_unknown'), 2000)
  expect(lost.state).toMatchObject({ failure: { charged: 'unknown' } })
  expect(checkAgain(lost, 3000).state).toEqual({ kind: 'submitting' })
})

test('a picture that could not be fetched says why and is still to be saved', () => {
  const saving = advance(running, completedJob, 2000)
  const problem = { code: 'internal', message: 'Full.', charged: 'no', at: 3000 } as const
  const stuck = unsaved(saving, problem)
  expect(stuck.state).toMatchObject({ kind: 'saving', problem })
  expect(unsaved(stuck, null).state).toMatchObject({ kind: 'saving', problem: null })
  expect(saved(stuck, savedPicture).state.kind).toBe('done')
})

test('every state of a record survives the store’s parser', () => {
  const saving = advance(running, completedJob, 2000)
  const all = [
    submittingRecord,
    missing(running, 5000),
    saving,
    saved(saving, savedPicture),
    advance(running, jobWith({ phase: 'cancelled' }), 2000),
    refused(submittingRecord, new ApiError('rate_limited', 'Busy.', { retryAfterMs: 5 }), 2000),
  ]
  for (const record of all) expect(recordSchema.parse(record)).toEqual(record)
})

test('an answer that a later one overtook changes nothing, unless the job has ended', () => {
  const later = advance(running, jobWith({ status: 'sampling' }), 5000, 4000)
  const overtaken = advance(later, jobWith({ status: 'queued' }), 6000, 3000)
  expect(overtaken).toBe(later)
  expect(missing(later, 6000, 3000)).toBe(later)
  expect(advance(later, completedJob, 6000, 3000).state.kind).toBe('saving')
})

test('after the clock was set back, answers count again', () => {
  const before = advance(running, jobWith({ status: 'queued' }), hour, hour)
  const after = advance(before, jobWith({ status: 'sampling' }), 5000, 4000)
  expect(after.state).toMatchObject({ job: { status: 'sampling' } })
})

test('a request that is not wanted any more is marked, and only while it is on its way', () => {
  expect(cancelledEarly(submittingRecord).state).toEqual({ kind: 'submitting', isCancelled: true })
  const running = advance(submittingRecord, jobWith(), 1000)
  expect(cancelledEarly(running)).toBe(running)
})

test('a failure keeps Krea’s own status and sentence', () => {
  const krea = { status: 500, message: 'GPU on fire' }
  const failed = refused(submittingRecord, new ApiError('submit_unknown', 'x', { krea }), 1000)
  expect(failed.state).toMatchObject({ failure: { krea } })
  expect(notFound(failed).state).toMatchObject({ failure: { checked: true, krea } })
})
