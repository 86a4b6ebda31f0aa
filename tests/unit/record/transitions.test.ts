import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import { type GalleryRecord, recordSchema } from '@/lib/record/record'
import { advance, checkAgain, missing, refused, saved, unsaved } from '@/lib/record/transitions'

const fresh: GalleryRecord = {
  id: '0199a000-0000-7000-8000-000000000001',
  createdAt: 0,
  model: 'image/bfl/flux-1-dev',
  modelName: 'Flux.1 Dev',
  prompt: 'a fox',
  input: { prompt: 'a fox', seed: 7 },
  price: { amount: 0.007, exact: true },
  typicalSeconds: 7,
  aspect: 1,
  previews: [],
  state: { kind: 'submitting' },
  favourite: false,
  boards: [],
  parents: [],
  deletedAt: null,
}

const job = (rest: Partial<Job> = {}): Job => ({
  id: 'job-1',
  status: 'queued',
  phase: 'pending',
  createdAt: '2026-10-01T00:00:00.000Z',
  completedAt: null,
  images: [],
  error: null,
  ...rest,
})

const preview = (url: string) => job({ status: 'sampling', images: [{ url, kind: 'preview' }] })
const completed = job({
  status: 'completed',
  phase: 'succeeded',
  images: [{ url: 'https://gen.krea.ai/1.png', kind: 'final' }],
})
const picture = {
  type: 'image/png',
  bytes: 9,
  width: 1600,
  height: 900,
  sha256: 'ab',
  original: true,
}

const running = advance(fresh, job(), 1000)
const hour = 3_600_000

test('a job runs from acceptance through previews to its kept picture', () => {
  const withPreviews = advance(advance(running, preview('a'), 2000), preview('b'), 3000)
  expect(withPreviews.previews).toEqual([
    { url: 'a', at: 2000 },
    { url: 'b', at: 3000 },
  ])
  const saving = advance(withPreviews, completed, 4000)
  expect(saving.state).toEqual({ kind: 'saving', job: completed, problem: null })
  const done = saved(saving, picture)
  expect(done.state).toEqual({ kind: 'done', job: completed, picture })
  expect(done.aspect).toBeCloseTo(16 / 9)
  expect(done.previews).toHaveLength(2)
})

test('a preview seen again is not kept twice', () => {
  expect(advance(advance(running, preview('a'), 2000), preview('a'), 3000).previews).toHaveLength(1)
})

test('an ended record never goes back', () => {
  const done = saved(advance(running, completed, 2000), picture)
  const failed = refused(fresh, new ApiError('krea_unavailable'), 2000)
  for (const ended of [done, failed]) {
    expect(advance(ended, job({ status: 'sampling' }), 3000)).toBe(ended)
    expect(missing(ended, 3000)).toBe(ended)
  }
})

test('a job that Krea ended without a picture fails', () => {
  const failed = advance(running, { ...completed, images: [] }, 2000)
  expect(failed.state).toMatchObject({ kind: 'failed', failure: { code: 'no_picture' } })
})

test('a failed job keeps Krea’s reason, and gets words where there is none', () => {
  const error = { code: 'nsfw', message: 'Stopped.', charged: 'no' } as const
  expect(advance(running, job({ phase: 'failed', error }), 2000).state).toMatchObject({
    failure: { ...error, at: 2000 },
  })
  expect(advance(running, job({ phase: 'failed' }), 2000).state).toMatchObject({
    failure: { message: 'Krea ended this job without a reason.' },
  })
})

test('a cancelled job ends cancelled', () => {
  expect(advance(running, job({ phase: 'cancelled' }), 2000).state.kind).toBe('cancelled')
})

test('an unknown status goes on, but not for ever', () => {
  const odd = advance(running, job({ status: 'dreaming' }), 2000)
  expect(advance(odd, job({ status: 'dreaming' }), 2 * hour).state.kind).toBe('running')
  expect(advance(odd, job({ status: 'dreaming' }), 2.1 * hour).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'krea_timeout', charged: 'unknown' },
  })
})

test('a job that showed pictures on the way runs at Krea itself, and is given up after minutes', () => {
  const shaping = advance(running, preview('a'), 2000)
  expect(advance(shaping, preview('a'), 200_000).state.kind).toBe('running')
  expect(advance(shaping, preview('a'), 300_000).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'krea_timeout', message: 'This job has not moved for 4 minutes.' },
  })
})

test('waiting for a free place at Krea may take as long as it takes', () => {
  const waiting = advance(running, job({ status: 'backlogged' }), 2000)
  expect(advance(waiting, job({ status: 'backlogged' }), 9 * hour).state.kind).toBe('running')
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
  const back = advance(missing(running, 10_000), job(), 20_000)
  expect(missing(back, 45_000).state.kind).toBe('running')
})

test('a given-up job is followed again on request, with its time reset', () => {
  const gone = missing(missing(running, 10_000), 41_000)
  expect(checkAgain(gone, 50_000).state).toMatchObject({ kind: 'running', progressAt: 50_000 })
})

test('a lost answer is asked for again on request', () => {
  const lost = refused(fresh, new ApiError('submit_unknown'), 2000)
  expect(lost.state).toMatchObject({ failure: { charged: 'unknown' } })
  expect(checkAgain(lost, 3000).state).toEqual({ kind: 'submitting' })
})

test('a picture that could not be fetched says why and is still to be saved', () => {
  const saving = advance(running, completed, 2000)
  const problem = { code: 'internal', message: 'Full.', charged: 'no', at: 3000 } as const
  const stuck = unsaved(saving, problem)
  expect(stuck.state).toMatchObject({ kind: 'saving', problem })
  expect(unsaved(stuck, null).state).toMatchObject({ kind: 'saving', problem: null })
  expect(saved(stuck, picture).state.kind).toBe('done')
})

test('every state of a record survives the store’s parser', () => {
  const saving = advance(running, completed, 2000)
  const all = [
    fresh,
    missing(running, 5000),
    saving,
    saved(saving, picture),
    advance(running, job({ phase: 'cancelled' }), 2000),
    refused(fresh, new ApiError('rate_limited', 'Busy.', { retryAfterMs: 5 }), 2000),
  ]
  for (const record of all) expect(recordSchema.parse(record)).toEqual(record)
})
