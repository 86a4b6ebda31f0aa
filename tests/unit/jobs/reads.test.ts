import { mock } from 'node:test'
import { expect, test } from '@playwright/test'
import { createReads } from '@/lib/server/jobs/reads'
import { testClient } from '../../fixtures/krea/krea-client'
import { newJob } from '../../fixtures/krea/krea-server'
import { ForeignError } from '../../fixtures/server/foreign-error'

function scene() {
  const clock = { now: 0 }
  const requests: string[] = []
  const job = newJob()
  const { client } = testClient('https://krea.test', {
    fetch: async (url) => {
      requests.push(new URL(url).pathname)
      return Response.json(job)
    },
  })
  const reads = createReads(() => clock.now)
  return { clock, requests, job, client, reads, read: () => reads.readOne(client, job.job_id) }
}

test('a job is read at most once a second, whoever reads it', async () => {
  const { clock, requests, read } = scene()
  await Promise.all([read(), read(), read()])
  clock.now = 999
  await read()
  expect(requests).toHaveLength(1)
  clock.now = 1_000
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
