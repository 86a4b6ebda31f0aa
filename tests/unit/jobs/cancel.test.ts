import { expect, test } from '@playwright/test'
import type { Job } from '@/lib/contract/jobs'
import { type Archive, noArchive } from '@/lib/server/jobs/archive'
import { cancelJob } from '@/lib/server/jobs/cancel'
import { createReads } from '@/lib/server/jobs/reads'
import { outcomeOf } from '@/lib/server/submissions/outcome'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, type FakeKrea, type Reply, startKrea } from '../../fixtures/krea/krea-server'

let krea: FakeKrea
test.beforeEach(async () => {
  krea = await startKrea()
})
test.afterEach(() => krea.stop())

/** Cancels a job that Krea deletes so, and answers what the ledger then says. */
async function cancelWhere(remove: (id: string) => Reply) {
  const { job_id } = krea.addJob()
  krea.fault(/^DELETE/, remove(job_id))
  const ended: Job[] = []
  const archive: Archive = {
    ...noArchive,
    recordEnd: async (job) => void ended.push(job),
  }
  const { client } = testClient(krea.url)
  const reads = createReads(Date.now, archive)
  const job = await cancelJob(reads, client, job_id)
  const charges = ended.map((one) => outcomeOf(one, Date.now()).charged)
  return { job, charges, client, reads, id: job_id }
}

const gone =
  (body: unknown) =>
  (id: string): Reply =>
  (response, seen) => {
    krea.jobs.delete(id)
    answer(200, body)(response, seen)
  }

test('a job that Krea deletes without a word may have been billed: it had perhaps just completed', async () => {
  const { job, charges } = await cancelWhere(gone({}))
  expect(job).toMatchObject({ phase: 'cancelled', error: { charged: 'unknown' } })
  expect(charges).toEqual(['unknown'])
})

test('a job that Krea deletes as an ended one may have been billed', async () => {
  const { charges } = await cancelWhere(gone({ success: true, message: 'Job deleted' }))
  expect(charges).toEqual(['unknown'])
})

for (const body of [{ status: 'cancelled' }, { success: true, message: 'Job cancelled' }])
  test(`a job of which Krea says ${JSON.stringify(body)} is free`, async () => {
    const { job, charges } = await cancelWhere(gone(body))
    expect(job).toMatchObject({ phase: 'cancelled', error: null })
    expect(charges).toEqual(['no'])
  })

test('a job that Krea still has, as cancelled, is free; one that completed meanwhile is charged', async () => {
  const turn =
    (job: object) =>
    (id: string): Reply =>
    (response, seen) => {
      krea.addJob({ ...krea.jobs.get(id), ...job })
      answer(200, {})(response, seen)
    }
  expect((await cancelWhere(turn({ status: 'cancelled' }))).charges).toEqual(['no'])
  const result = { urls: ['https://gen.krea.ai/1.png'] }
  expect((await cancelWhere(turn({ status: 'completed', result }))).charges).toEqual(['yes'])
})

test('a job that was thought cancelled and turns out completed is charged', async () => {
  const { charges, client, reads, id } = await cancelWhere(gone({}))
  const result = { urls: ['https://gen.krea.ai/1.png'] }
  krea.addJob({ job_id: id, status: 'completed', result })
  const again: string[] = []
  const job = await reads.readAnew(client, id)
  again.push(job.phase)
  expect([charges.length, again]).toEqual([1, ['succeeded']])
})
