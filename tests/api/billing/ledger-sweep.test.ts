import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { ApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import type { Database } from '@/lib/server/db/database'
import { submissions } from '@/lib/server/db/tables'
import { recordOutcome } from '@/lib/server/submissions/outcome'
import { sweep } from '@/lib/server/submissions/sweep'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, type FakeKrea, html, startKrea } from '../../fixtures/krea/krea-server'
import { ForeignError } from '../../fixtures/server/foreign-error'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'

const minute = 60_000
const hour = 60 * minute

// One database for all, in one worker.
test.describe.configure({ mode: 'default' })

let db: Database
let close: () => Promise<void>
let krea: FakeKrea
test.beforeAll(async () => {
  ;({ db, close } = await newLedger())
  krea = await startKrea()
})
test.afterAll(async () => {
  await close()
  await krea.stop()
})
test.beforeEach(async () => {
  await db.delete(submissions)
  krea.jobs.clear()
  krea.seen.length = 0
  failures = []
  lastReads = new LRUCache({ max: 100 })
})

/** Reserves and sends, `ago` ms before now. */
async function submission(ago: number) {
  const key = randomUUID()
  const at = Date.now() - ago
  const store = storeOf(db, () => at)
  await store.claim(key, submissionAt(at), purchase())
  return {
    key,
    lost: () => store.markUnknown(key, at + 1_000),
    accepted: (job: Job) => store.accept(key, job),
    jobAtKrea: (job = {}) => krea.addJob({ created_at: new Date(at + 500).toISOString(), ...job }),
  }
}

let failures: (string | null)[] = []
let lastReads = new LRUCache<string, number>({ max: 100 })

const sweepAt = (now: number, client: Pick<KreaClient, 'getJob' | 'listJobs'>) =>
  sweep({
    db,
    mode: 'krea',
    client,
    now,
    sleep: async () => {},
    lastReads,
    onFailure: (_, key) => failures.push(key),
  })

const sweepNow = () => sweepAt(Date.now(), testClient(krea.url).client)

async function rowOf(key: string) {
  const [row] = await db.select().from(submissions).where(eq(submissions.key, key))
  return { state: row?.state, charged: row?.charged, jobId: row?.jobId }
}

const pending = (id: string): Job => ({
  id,
  status: 'queued',
  phase: 'pending',
  createdAt: new Date().toISOString(),
  completedAt: null,
  images: [],
  error: null,
})

test('the end of a job that nobody polled is recorded: completed is spent, failed is released', async () => {
  const done = await submission(2 * minute)
  const broken = await submission(2 * minute)
  const result = { urls: ['https://gen.krea.ai/1.png'] }
  const completed = done.jobAtKrea({ status: 'completed', result })
  const failed = broken.jobAtKrea({ status: 'failed', error: { code: 'nsfw' } })
  await done.accepted(pending(completed.job_id))
  await broken.accepted(pending(failed.job_id))
  await sweepNow()
  expect(await rowOf(done.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
  expect(await rowOf(broken.key)).toMatchObject({ state: 'failed', charged: 'no' })
})

test('a lost answer with no job to it gives its money back, and its key stays used', async () => {
  const { key, lost } = await submission(4 * minute)
  await lost()
  await sweepNow()
  expect(await rowOf(key)).toEqual({ state: 'lost', charged: 'no', jobId: null })
  const existing = await storeOf(db, Date.now).claim(key, submissionAt(Date.now()), purchase())
  expect(existing).toMatchObject({ state: 'unknown', job: null })
})

test('a lost answer is not given up while Krea’s list may lag behind', async () => {
  const { key, lost } = await submission(2 * minute)
  await lost()
  await sweepNow()
  expect(await rowOf(key)).toMatchObject({ state: 'unknown', charged: 'reserved' })
})

test('the only unowned job of that moment is the lost one', async () => {
  const { key, lost, jobAtKrea } = await submission(4 * minute)
  await lost()
  const job = jobAtKrea()
  await sweepNow()
  expect(await rowOf(key)).toEqual({ state: 'accepted', charged: 'reserved', jobId: job.job_id })
})

test('two lost answers and one job: nothing is guessed, and after Krea’s limits the outcome is recorded', async () => {
  const one = await submission(3 * hour)
  const two = await submission(3 * hour)
  await one.lost()
  await two.lost()
  one.jobAtKrea({ status: 'failed' })
  await sweepNow()
  expect(await rowOf(one.key)).toEqual({ state: 'lost', charged: 'no', jobId: null })
  expect(await rowOf(two.key)).toEqual({ state: 'lost', charged: 'no', jobId: null })
})

test('several jobs that could be meant, one of them billed: it counts as spent', async () => {
  const { key, lost, jobAtKrea } = await submission(3 * hour)
  await lost()
  jobAtKrea({ status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } })
  jobAtKrea({ status: 'failed' })
  await sweepNow()
  expect(await rowOf(key)).toEqual({ state: 'lost', charged: 'unknown', jobId: null })
})

test('a job that Krea forgot, and one past Krea’s limits, may have been billed', async () => {
  const forgotten = await submission(2 * minute)
  await forgotten.accepted(pending(randomUUID()))
  const endless = await submission(3 * hour)
  const { job_id } = endless.jobAtKrea()
  await endless.accepted(pending(job_id))
  await sweepNow()
  expect(await rowOf(forgotten.key)).toMatchObject({ state: 'failed', charged: 'unknown' })
  expect(await rowOf(endless.key)).toMatchObject({ state: 'failed', charged: 'unknown' })
})

test('a sender that died long ago is found out about', async () => {
  const { key } = await submission(4 * minute)
  await db.update(submissions).set({ leaseUntil: new Date(Date.now() - 3 * minute) })
  await sweepNow()
  expect(await rowOf(key)).toEqual({ state: 'lost', charged: 'no', jobId: null })
})

test('while its sender lives, a submission is not swept', async () => {
  const { key } = await submission(4 * minute)
  await sweepNow()
  expect(await rowOf(key)).toMatchObject({ state: 'sending', charged: 'reserved' })
})

test('a job that is gone is settled, whichever bundle’s client found out', async () => {
  const gone = await submission(10 * minute)
  const id = randomUUID()
  await gone.accepted(pending(id))
  const client = {
    ...testClient(krea.url).client,
    getJob: async () => {
      throw new ForeignError('not_found')
    },
  }
  await sweepAt(Date.now(), client)
  expect(await rowOf(gone.key)).toMatchObject({ state: 'failed', charged: 'unknown' })
})

/** Accepted, and then at Krea as given. */
async function accepted(ago: number, job: object) {
  const one = await submission(ago)
  const { job_id } = one.jobAtKrea(job)
  await one.accepted(pending(job_id))
  return { ...one, id: job_id }
}

const failedJob = { status: 'failed', error: { code: 'nsfw' } }
const completedJob = { status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } }
const getOf = (id: string) => new RegExp(`^GET /jobs/${id}`)

test('a job that cannot be read costs itself: those behind it are settled, and then it too by the list', async () => {
  const poison = await accepted(10 * minute, failedJob)
  const behind = []
  for (let count = 0; count < 5; count++) behind.push(await accepted(5 * minute, failedJob))
  krea.fault(getOf(poison.id), html(500), 100)
  await sweepNow()
  for (const { key } of behind)
    expect(await rowOf(key)).toMatchObject({ state: 'failed', charged: 'no' })
  expect(await rowOf(poison.key)).toMatchObject({ state: 'failed', charged: 'no' })
  expect(failures).toEqual([poison.key])
})

test('thirty jobs that cannot be read do not stand before one that can for longer than a sweep', async () => {
  const poison = []
  for (let count = 0; count < 30; count++) poison.push(await submission(10 * minute))
  for (const { accepted } of poison) await accepted(pending(randomUUID()))
  const good = await submission(5 * minute)
  const goodId = randomUUID()
  await good.accepted(pending(goodId))
  const client = {
    listJobs: async () => ({ jobs: [], nextCursor: null, serverNow: null }),
    async getJob(id: string): Promise<Job> {
      if (id === goodId) return { ...pending(id), status: 'failed', phase: 'failed' }
      throw new ApiError('krea_unavailable')
    },
  }
  for (let round = 0; round < 11; round++) await sweepAt(Date.now() + round, client)
  expect(await rowOf(good.key)).toMatchObject({ state: 'failed' })
})

test('a job that nobody could read in all of Krea’s time counts as billed, and no longer as reserved', async () => {
  const poison = await accepted(3 * hour, { status: 'queued' })
  const broken = await startKrea()
  broken.fault(/./, html(500), 1_000)
  await sweepAt(Date.now(), testClient(broken.url).client)
  await broken.stop()
  expect(await rowOf(poison.key)).toMatchObject({ state: 'failed', charged: 'unknown' })
})

test('a row that the database refuses costs itself', async () => {
  const one = await accepted(10 * minute, completedJob)
  const two = await accepted(5 * minute, completedJob)
  await db.execute(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no' using errcode = '22P05'; end $$`)
  await db.execute(`create trigger refuse before update on submissions for each row
    when (old.key = '${one.key}') execute function refuse()`)
  await sweepNow()
  await db.execute('drop trigger refuse on submissions')
  expect(await rowOf(two.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
  expect(failures).toEqual([one.key])
  await sweepNow()
  expect(await rowOf(one.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
})

test('Krea’s words may hold what a database does not take', async () => {
  const odd = await accepted(5 * minute, { status: 'failed', error: 'half \ud83d and \0 nothing' })
  await sweepNow()
  expect(await rowOf(odd.key)).toMatchObject({ state: 'failed', charged: 'no' })
})

test('a list of large jobs is read in smaller pages, back to the oldest submission', async () => {
  const old = await accepted(20 * minute, completedJob)
  for (let count = 0; count < 400; count++)
    krea.addJob({ created_at: new Date(Date.now() - count).toISOString() })
  const byAge = [...krea.jobs.values()].sort((a, b) => (a.created_at < b.created_at ? 1 : -1))
  const filler = 'x'.repeat(20_000)
  const large = await startKrea()
  large.fault(
    /^GET \/jobs\?/,
    (response, seen) => {
      const query = new URL(seen.path, 'http://krea').searchParams
      const limit = Number(query.get('limit'))
      const from = Number(query.get('cursor') ?? 0)
      const items = byAge.slice(from, from + limit).map((job) => ({ ...job, filler }))
      const next = from + limit < byAge.length ? String(from + limit) : null
      answer(200, { items, next_cursor: next })(response, seen)
    },
    40,
  )
  await sweepAt(Date.now(), testClient(large.url).client)
  await large.stop()
  expect(await rowOf(old.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
  expect(large.count(getOf(old.id)), 'found in the list').toBe(0)
  expect(failures).toEqual([])
})

test('a job that failed and completed all the same was billed; the reverse changes nothing', async () => {
  const one = await accepted(5 * minute, failedJob)
  await sweepNow()
  expect(await rowOf(one.key)).toMatchObject({ state: 'failed', charged: 'no' })
  krea.addJob({ ...krea.jobs.get(one.id), ...completedJob })
  await sweepNow()
  expect(await rowOf(one.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
  krea.addJob({ ...krea.jobs.get(one.id), ...failedJob })
  await sweepNow()
  expect(await rowOf(one.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
})

test('for a quarter of an hour it is looked whether a job that failed completed all the same, and no longer', async () => {
  const recent = await accepted(14 * minute, failedJob)
  const old = await accepted(16 * minute, failedJob)
  await sweepNow()
  for (const { key, id } of [recent, old]) {
    expect(await rowOf(key)).toMatchObject({ state: 'failed', charged: 'no' })
    krea.addJob({ ...krea.jobs.get(id), ...completedJob })
  }
  await sweepNow()
  expect(await rowOf(recent.key)).toMatchObject({ state: 'succeeded', charged: 'yes' })
  expect(await rowOf(old.key)).toMatchObject({ state: 'failed', charged: 'no' })
})

test('a cancelled job of which nothing was known is looked at again', async () => {
  const one = await accepted(5 * minute, {})
  const error = {
    code: 'cancel_unknown',
    message: 'It may be billed.',
    charged: 'unknown' as const,
  }
  await recordOutcome(db, { ...pending(one.id), phase: 'cancelled', error }, Date.now())
  expect(await rowOf(one.key)).toMatchObject({ state: 'cancelled', charged: 'unknown' })
  krea.addJob({ ...krea.jobs.get(one.id), status: 'cancelled' })
  await sweepNow()
  expect(await rowOf(one.key)).toMatchObject({ state: 'cancelled', charged: 'no' })
})
