import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import { createJobReader } from '@/lib/engine/job-reader'

const job = (id: string): Job => ({
  id,
  status: 'queued',
  phase: 'pending',
  createdAt: '2026-10-01T00:00:00.000Z',
  completedAt: null,
  images: [],
  error: null,
})

/** A clock that moves only when someone waits, and a server that records its requests. */
function setUp(known: (id: string) => boolean = () => true) {
  const sent: { at: number; ids: string[] }[] = []
  let time = 0
  const read = createJobReader({
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
    readOne: async (id) => {
      sent.push({ at: time, ids: [id] })
      if (!known(id)) throw new ApiError('not_found')
      return job(id)
    },
    readMany: async (ids) => {
      sent.push({ at: time, ids })
      if (ids.includes('broken')) throw new ApiError('invalid_request')
      const readable = ids.filter((id) => !id.startsWith('unread'))
      return new Map(readable.map((id) => [id, known(id) ? job(id) : null]))
    },
  })
  return { read, sent }
}

test('jobs that are due together share a request', async () => {
  const { read, sent } = setUp()
  const jobs = await Promise.all(['a', 'b', 'a'].map((id) => read(id)))
  expect(jobs.map(({ id }) => id)).toEqual(['a', 'b', 'a'])
  expect(sent.map(({ ids }) => ids)).toEqual([['a', 'b']])
})

test('a single job is read by its own address', async () => {
  const { read, sent } = setUp()
  expect((await read('a')).id).toBe('a')
  expect(sent).toEqual([{ at: 25, ids: ['a'] }])
})

test('two requests are at least half a second apart', async () => {
  const { read, sent } = setUp()
  await read('a')
  await read('b')
  await read('c')
  expect(sent.map(({ at }) => at)).toEqual([25, 525, 1025])
})

test('more than a hundred jobs need several requests, and all are answered', async () => {
  const { read, sent } = setUp()
  const ids = Array.from({ length: 250 }, (_, index) => `job-${index}`)
  const answered: string[] = []
  for (const id of ids) void read(id).then((job) => answered.push(job.id))
  // Nothing here waits for real time: an answer that is not there by now never comes.
  await setImmediate()
  expect(answered).toEqual(ids)
  expect(sent.map((request) => request.ids.length)).toEqual([100, 100, 50])
})

test('a job that Krea does not know fails by itself', async () => {
  const { read } = setUp((id) => id !== 'gone')
  const [known, gone] = await Promise.allSettled([read('a'), read('gone')])
  expect(known.status).toBe('fulfilled')
  expect(gone).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } })
})

test('a job that could not be read just now does not count as missing', async () => {
  const { read } = setUp()
  const [known, unread] = await Promise.allSettled([read('a'), read('unread')])
  expect(known.status).toBe('fulfilled')
  expect(unread).toMatchObject({ status: 'rejected', reason: { code: 'krea_unavailable' } })
})

test('a job that is to be read singly shares no request, and holds up no other', async () => {
  const { read, sent } = setUp()
  await Promise.all([read('a'), read('odd', true), read('b'), read('c')])
  expect(sent.map(({ ids }) => ids)).toEqual([['a', 'b', 'c'], ['odd']])
})

test('an id that the server refuses costs the other jobs no answer', async () => {
  const { read, sent } = setUp((id) => id !== 'broken')
  const ids = ['a', 'b', 'broken', 'c', 'd']
  const outcomes = await Promise.allSettled(ids.map((id) => read(id)))
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    true,
    false,
    true,
    true,
  ])
  expect(outcomes[2]).toMatchObject({ reason: { code: 'not_found' } })
  expect(sent.map((request) => request.ids.join(' '))).toEqual([
    'a b broken c d',
    'a b broken',
    'c d',
    'a b',
    'broken',
  ])
})
