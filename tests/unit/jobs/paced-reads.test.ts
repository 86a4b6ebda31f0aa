import { expect, test } from '@playwright/test'
import { toJob } from '@/lib/krea/job'
import { createPacedReads } from '@/lib/server/jobs/paced-reads'
import { newJob, type WireJob } from '../../fixtures/krea/krea-server'

/** An upstream on a clock that moves only when someone waits. */
function scene(jobs: WireJob[]) {
  let time = 0
  const asked: { at: number; what: string }[] = []
  const known = new Map(jobs.map((job) => [job.job_id, toJob(job, 0)]))
  const client = {
    getJob: async (id: string) => {
      asked.push({ at: time, what: id })
      return known.get(id) ?? Promise.reject(new Error('gone'))
    },
    listJobs: async ({ limit }: { limit?: number } = {}) => {
      asked.push({ at: time, what: `page of ${limit}` })
      return { jobs: [...known.values()], nextCursor: null, serverNow: null }
    },
  }
  const turns = createPacedReads({
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
  })
  const readAll = () => Promise.allSettled(jobs.map(({ job_id }) => turns.read(client, job_id)))
  return { asked, client, turns, readAll }
}

const many = (count: number, job: Partial<WireJob> = {}) =>
  Array.from({ length: count }, () => ({ ...newJob(), ...job }))

test('a hundred jobs that are due together cost one read', async () => {
  const { asked, readAll } = scene(many(100))
  await readAll()
  expect(asked).toEqual([{ at: 0, what: 'page of 200' }])
})

test('whoever asks, Krea is asked at most twice a second', async () => {
  const { asked, readAll } = scene(many(2))
  await readAll()
  await readAll()
  expect(asked.map(({ at }) => at)).toEqual([0, 500, 1000, 1500])
})

test('what a page says too little of is read alone, one at a time and in turn', async () => {
  const failed = many(3, { status: 'failed' })
  const { asked, readAll } = scene(failed)
  const outcomes = await readAll()
  expect(asked.map(({ at }) => at)).toEqual([0, 500, 1000, 1500])
  expect(asked.slice(1).map(({ what }) => what)).toEqual(failed.map(({ job_id }) => job_id))
  expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'))
})

test('a page that cannot be read fails its jobs, and the next turn goes on', async () => {
  const { client, turns, readAll, asked } = scene(many(3))
  const { listJobs } = client
  client.listJobs = async () => {
    client.listJobs = listJobs
    throw new Error('the line is down')
  }
  expect((await readAll()).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
  await readAll()
  expect(asked).toHaveLength(1)
  await expect(turns.read(client, 'gone')).rejects.toThrow('gone')
})
