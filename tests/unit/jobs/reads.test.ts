import { randomUUID } from 'node:crypto'
import { mock } from 'node:test'
import { expect, test } from '@playwright/test'
import { noArchive } from '@/lib/server/jobs/archive'
import { createReads } from '@/lib/server/jobs/reads'
import { testClient } from '../../fixtures/krea/krea-client'
import { newJob } from '../../fixtures/krea/krea-server'
import { ForeignError } from '../../fixtures/server/foreign-error'

/** @param answerMs how long Krea takes */
function scene(answerMs = 0) {
  const clock = { now: 0 }
  const requests: string[] = []
  const job = newJob()
  const { client } = testClient('https://krea.test', {
    fetch: async (url) => {
      requests.push(new URL(url).pathname)
      clock.now += answerMs
      return Response.json(job)
    },
  })
  const reads = createReads(() => clock.now)
  return { clock, requests, job, client, reads, read: () => reads.readOne(client, job.job_id) }
}

test('a job is read at most every 0.8 s, whoever reads it', async () => {
  const { clock, requests, read } = scene()
  await Promise.all([read(), read(), read()])
  clock.now = 799
  await read()
  expect(requests).toHaveLength(1)
  clock.now = 800
  await read()
  expect(requests).toHaveLength(2)
})

test('a slow answer is as old as the read that asked for it', async () => {
  const { clock, requests, read } = scene(700)
  await read()
  clock.now = 800
  await read()
  expect(requests).toHaveLength(2)
})

test('an ended job is never read again', async () => {
  const { clock, requests, job, read } = scene()
  job.status = 'failed'
  await read()
  clock.now = 1e9
  await read()
  expect(requests).toHaveLength(1)
})

test('a read after a change does not share an older one', async () => {
  const { requests, job, client, reads, read } = scene()
  await read()
  job.status = 'cancelled'
  expect((await reads.readAnew(client, job.job_id)).phase).toBe('cancelled')
  expect(requests).toHaveLength(2)
})

test('what one upstream answered is not served for another', async () => {
  const { job, reads, read } = scene()
  job.status = 'failed'
  await read()
  const other = testClient('https://other.test', {
    fetch: async () => new Response('', { status: 404 }),
  })
  await expect(reads.readOne(other.client, job.job_id)).rejects.toMatchObject({ code: 'not_found' })
})

test('no jobs to read is no timeout later', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { client, reads } = scene()
  expect(await reads.readMany(client, [])).toEqual({ jobs: [], missing: [] })
  mock.timers.tick(60_000)
  mock.timers.reset()
  // A rejection that nobody handles would fail this test.
  await new Promise((resolve) => setImmediate(resolve))
})

test('a job that the other bundle’s client does not find is missing, not a failure', async () => {
  const { client, job, reads } = scene()
  const foreign = {
    ...client,
    getJob: async () => {
      throw new ForeignError('not_found')
    },
  }
  expect(await reads.readMany(foreign, [job.job_id])).toEqual({ jobs: [], missing: [job.job_id] })
})

/** Another id each time, none of which is at Krea. */
function strangers() {
  const { client } = testClient('https://krea.test', {
    fetch: async (url) =>
      new URL(url).pathname === '/jobs'
        ? Response.json({ items: [], next_cursor: null })
        : new Response('', { status: 404 }),
  })
  const clock = { now: 0 }
  const wait = async (ms: number) => {
    clock.now += ms
  }
  const archive = { ...noArchive, find: async () => ({ ownIds: [own], jobs: [] }) }
  const gone = { is: false }
  const asker = { name: 'a', limitedBy: ['a'], isGone: () => gone.is }
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID())
  // No time limit for many reads: each of these waits for its turn.
  const reads = createReads(
    () => clock.now,
    archive,
    (ms) => (ms > 1_000 ? forever : wait(ms)),
  )
  return { client, reads, asker, gone, ids }
}

const own = randomUUID()
const forever = new Promise<void>(() => {})

test('who asks for too many jobs that nobody made is told to wait, but not for jobs made here', async () => {
  const { client, reads, asker, ids } = strangers()
  const many = reads.readMany(client, ids(200), asker)
  const refused = { code: 'rate_limited', retryAfterMs: expect.any(Number) }
  await expect(reads.readMany(client, ids(3), asker)).rejects.toMatchObject(refused)
  await expect(reads.readAnew(client, randomUUID(), asker)).rejects.toMatchObject(refused)
  await expect(reads.readOne(client, own, asker)).rejects.toMatchObject({ code: 'not_found' })
  expect((await many).missing).toHaveLength(200)
})

test('a read is forgotten with its request, unless somebody else waits for the same job', async () => {
  const { client, reads, asker, gone, ids } = strangers()
  const [alone = '', shared = ''] = ids(2)
  const reading = [alone, shared].map((id) => reads.readOne(client, id, asker))
  const other = reads.readOne(client, shared)
  gone.is = true
  const outcomes = await Promise.allSettled([...reading, other])
  expect(outcomes).toMatchObject([
    { reason: { message: 'nobody waits for this read any more' } },
    { reason: { code: 'not_found' } },
    { reason: { code: 'not_found' } },
  ])
  await expect(reads.readOne(client, alone)).rejects.toMatchObject({ code: 'not_found' })
})
