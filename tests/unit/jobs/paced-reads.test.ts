import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { toJob } from '@/lib/krea/job'
import { createPacedReads } from '@/lib/server/jobs/paced-reads'
import type { Interest } from '@/lib/server/jobs/waiting-reads'
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
    listJobs: async ({ limit = 1_000, cursor = '0' }: { limit?: number; cursor?: string } = {}) => {
      requests.push({ at: time, what: `page of ${limit}` })
      const end = Number(cursor) + limit
      const page = [...known.values()].slice(Number(cursor), end)
      return { jobs: page, nextCursor: end < known.size ? String(end) : null, serverNow: null }
    },
  }
  const reads = createPacedReads({
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
  })
  const readAll = () => Promise.allSettled(jobs.map(({ job_id }) => reads.read(client, job_id)))
  /** Resolves with the time at which the read ended. */
  const timeOf = (id: string, interest: Interest) =>
    reads.read(client, id, interest).then(
      () => time,
      () => time,
    )
  return { requests, client, reads, readAll, timeOf, now: () => time }
}

const interestOf = (asker: string, isKnown: boolean): Interest => ({
  asker,
  isKnown,
  isWanted: () => true,
})

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

test('five askers of a hundred unknown ids each do not hold up the jobs of others', async () => {
  const finished = many(100, {
    status: 'completed',
    result: { urls: ['https://gen.krea.ai/a.png'] },
  })
  const { timeOf, now } = scene(finished)
  for (let asker = 0; asker < 5; asker++)
    for (let count = 0; count < 100; count++)
      void timeOf(randomUUID(), interestOf(`stranger ${asker}`, false))
  const waits: number[] = []
  for (const { job_id } of finished) {
    const askedAt = now()
    waits.push((await timeOf(job_id, interestOf('visitor', true))) - askedAt)
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000)
})

test('a job without a reason is read although others ask for many that nobody knows', async () => {
  const [failed] = many(1, { status: 'failed' })
  const { timeOf } = scene(failed ? [failed] : [])
  for (let count = 0; count < 500; count++) void timeOf(randomUUID(), interestOf('stranger', false))
  expect(await timeOf(failed?.job_id ?? '', interestOf('visitor', true))).toBeLessThanOrEqual(2_000)
})

test('of single reads each asker has one in turn', async () => {
  const { reads, client, requests } = scene([])
  const all = ['a1', 'a2', 'a3', 'b1', 'b2'].map((id) =>
    reads.read(client, id, interestOf(id.charAt(0), false)).catch(() => undefined),
  )
  await Promise.all(all)
  const singles = requests.filter(({ what }) => !what.startsWith('page'))
  expect(singles.map(({ what }) => what)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
})

for (const [what, end] of [
  ['completed', { status: 'completed', result: { urls: ['https://gen.krea.ai/a.png'] } }],
  ['failed without a reason', { status: 'failed' }],
] as const)
  test(`of 2,000 jobs that ${what} at once all are known within 15 s, at two reads a second`, async () => {
    const { readAll, now, requests } = scene(many(2_000, end))
    const outcomes = await readAll()
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2_000)
    expect(now()).toBeLessThanOrEqual(15_000)
    expect(requests.length).toBeLessThanOrEqual(1 + now() / 500)
  })

test('a read that nobody waits for any more is forgotten', async () => {
  const { reads, client, requests } = scene([])
  const gone = { asker: 'a', isKnown: false, isWanted: () => false }
  await expect(reads.read(client, randomUUID(), gone)).rejects.toThrow('nobody waits')
  expect(requests).toEqual([])
})

test('a read right after a change does not wait for the next slot, and never is a third in a second', async () => {
  const { reads, client, readAll, requests } = scene(many(1))
  await readAll()
  const urgent = { ...interestOf('a', true), isUrgent: true }
  for (const id of ['b', 'c']) await reads.read(client, id, urgent).catch(() => undefined)
  expect(requests.map(({ at }) => at)).toEqual([0, 0, 1_000])
})

test('a page that is too long is read in smaller parts', async () => {
  const { client, readAll, requests } = scene(many(600))
  const { listJobs } = client
  client.listJobs = async (query) => {
    if ((query?.limit ?? 0) <= 250) return listJobs(query)
    throw new ApiError('krea_bad_answer')
  }
  const outcomes = await readAll()
  expect(outcomes.map(({ status }) => status)).toEqual(Array(600).fill('fulfilled'))
  expect(new Set(requests.map(({ what }) => what))).toEqual(new Set(['page of 250']))
})
