import { expect, test } from '@playwright/test'
import { toJob } from '@/lib/krea/job'
import { createPacedReads } from '@/lib/server/jobs/paced-reads'
import { newJob, type WireJob } from '../../fixtures/krea/krea-server'

/** An upstream on a clock that moves only when someone waits. */
function scene(jobs: WireJob[]) {
  let time = 0
  const requests: { at: number; what: string }[] = []
  const known = new Map(jobs.map((job) => [job.job_id, toJob(job, 0)]))
  const client = {
    getJob: async (id: string) => {
      requests.push({ at: time, what: id })
      return known.get(id) ?? Promise.reject(new Error('gone'))
    },
    listJobs: async ({ limit }: { limit?: number } = {}) => {
      requests.push({ at: time, what: `page of ${limit}` })
      return { jobs: [...known.values()], nextCursor: null, serverNow: null }
    },
  }
  const reads = createPacedReads({
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
  })
  const readAll = () => Promise.allSettled(jobs.map(({ job_id }) => reads.read(client, job_id)))
  return { requests, client, reads, readAll }
}

const many = (count: number, job: Partial<WireJob> = {}) =>
  Array.from({ length: count }, () => ({ ...newJob(), ...job }))

test('a hundred jobs that are due together cost one read', async () => {
  const { requests, readAll } = scene(many(100))
  await readAll()
  expect(requests).toEqual([{ at: 0, what: 'page of 200' }])
})

test('however many readers there are, Krea gets at most two reads a second', async () => {
  const { requests, readAll } = scene(many(2))
  await readAll()
  await readAll()
  expect(requests.map(({ at }) => at)).toEqual([0, 500, 1000, 1500])
})

test('a job that a page lacks detail of is read singly, one at a time and in order', async () => {
  const failed = many(3, { status: 'failed' })
  const { requests, readAll } = scene(failed)
  const outcomes = await readAll()
  expect(requests.map(({ at }) => at)).toEqual([0, 500, 1000, 1500])
  expect(requests.slice(1).map(({ what }) => what)).toEqual(failed.map(({ job_id }) => job_id))
  expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'))
})

test('a page that cannot be read fails its jobs, and the next turn goes on', async () => {
  const { client, reads, readAll, requests } = scene(many(3))
  const { listJobs } = client
  client.listJobs = async () => {
    client.listJobs = listJobs
    throw new Error('the line is down')
  }
  expect((await readAll()).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
  await readAll()
  expect(requests).toHaveLength(1)
  await expect(reads.read(client, 'gone')).rejects.toThrow('gone')
})
