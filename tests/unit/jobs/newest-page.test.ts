import { expect, test } from '@playwright/test'
import { toJob } from '@/lib/krea/job'
import { createPacedReads } from '@/lib/server/jobs/paced-reads'
import { newJob } from '../../fixtures/krea/krea-server'

test('once a job was found behind the newest page, the newest page reaches that far for half a minute', async () => {
  let time = 0
  const jobs = Array.from({ length: 400 }, () => toJob({ ...newJob(), status: 'processing' }, 0))
  const pages: string[] = []
  const client = {
    getJob: async () => Promise.reject(new Error('nothing is read singly')),
    listJobs: async ({ limit = 1_000, cursor = '0' }: { limit?: number; cursor?: string } = {}) => {
      pages.push(`${limit} from ${cursor}`)
      const end = Number(cursor) + limit
      const nextCursor = end < jobs.length ? String(end) : null
      return { jobs: jobs.slice(Number(cursor), end), nextCursor, serverNow: null }
    },
  }
  const reads = createPacedReads({
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
  })
  const watched = [jobs[0], jobs[1], jobs[250]].flatMap((job) => job?.id ?? [])
  const readAll = () => Promise.all(watched.map((id) => reads.read(client, id)))
  await readAll()
  await readAll()
  await readAll()
  expect(pages).toEqual(['100 from 0', '1000 from 100', '400 from 0', '400 from 0'])
  time += 31_000
  await readAll()
  expect(pages.at(-1)).toBe('1000 from 100')
})
