import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import type { Job } from '@/lib/contract/jobs'
import type { Database } from '@/lib/server/db/database'
import { submissions } from '@/lib/server/db/tables'
import { sweep } from '@/lib/server/submissions/sweep'
import { testClient } from '../../fixtures/krea/krea-client'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { ForeignError } from '../../fixtures/server/foreign-error'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'

const minute = 60_000
const hour = 60 * minute

// One database for all, in one worker.
test.describe.configure({ mode: 'default', timeout: 60_000 })

let db: Database
let close: () => Promise<void>
let krea: FakeKrea
test.beforeAll(async () => {
  test.setTimeout(60_000)
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

const sweepNow = () =>
  sweep({ db, mode: 'krea', client: testClient(krea.url).client, now: Date.now() })

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

test('a job that Krea forgot, and one past Krea’s limits, hold no money', async () => {
  const forgotten = await submission(2 * minute)
  await forgotten.accepted(pending(randomUUID()))
  const endless = await submission(3 * hour)
  const { job_id } = endless.jobAtKrea()
  await endless.accepted(pending(job_id))
  await sweepNow()
  expect(await rowOf(forgotten.key)).toMatchObject({ state: 'failed', charged: 'no' })
  expect(await rowOf(endless.key)).toMatchObject({ state: 'failed', charged: 'no' })
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

test('a job that is gone is released, whichever bundle’s client found out', async () => {
  const gone = await submission(10 * minute)
  const id = randomUUID()
  await gone.accepted(pending(id))
  const client = {
    ...testClient(krea.url).client,
    getJob: async () => {
      throw new ForeignError('not_found')
    },
  }
  await sweep({ db, mode: 'krea', client, now: Date.now() })
  expect(await rowOf(gone.key)).toMatchObject({ state: 'failed', charged: 'no' })
})
