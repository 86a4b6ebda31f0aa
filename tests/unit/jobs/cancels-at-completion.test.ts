import { expect, test } from '@playwright/test'
import type { Job } from '@/lib/contract/jobs'
import { randomFrom } from '@/lib/sandbox/paint/random'
import { type Archive, noArchive } from '@/lib/server/jobs/archive'
import { cancelJob } from '@/lib/server/jobs/cancel'
import { createReads } from '@/lib/server/jobs/reads'
import { outcomeOf } from '@/lib/server/submissions/outcome'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, type Reply, startKrea } from '../../fixtures/krea/krea-server'

const result = { urls: ['https://gen.krea.ai/1.png'] }

/** Between which two steps of a cancellation a job completes, and is billed. */
const moments = ['before', 'at the read', 'at the deletion', 'never'] as const

test('of 24 cancels aimed at completion none is free that Krea billed', async () => {
  const krea = await startKrea()
  const random = randomFrom(24)
  const billed = new Set<string>()
  const complete = (id: string) => {
    billed.add(id)
    krea.addJob({ ...krea.jobs.get(id), status: 'completed', result })
  }
  /** Krea's own order: a job that completed is deleted, one on its way is cancelled; it may say so or not. */
  const remove =
    (id: string, completesNow: boolean, isWordy: boolean): Reply =>
    (response, seen) => {
      if (completesNow) complete(id)
      const message = billed.has(id) ? 'Job deleted' : 'Job cancelled'
      krea.jobs.delete(id)
      answer(200, isWordy ? { success: true, message } : {})(response, seen)
    }
  const ends = new Map<string, Job>()
  const archive: Archive = { ...noArchive, recordEnd: async (job) => void ends.set(job.id, job) }
  const { client } = testClient(krea.url)

  const aimed = Array.from({ length: 24 }, () => ({
    id: krea.addJob().job_id,
    moment: moments[Math.floor(random() * moments.length)] ?? 'never',
    isWordy: random() < 0.5,
  }))
  for (const { id, moment, isWordy } of aimed) {
    const now = krea.jobs.get(id)
    if (moment === 'before') complete(id)
    krea.fault(new RegExp(`^DELETE /jobs/${id}`), remove(id, moment === 'at the deletion', isWordy))
    if (moment === 'at the read')
      krea.fault(new RegExp(`^GET /jobs/${id}`), (response, seen) => {
        answer(200, now)(response, seen)
        complete(id)
      })
    // Reads of its own each: they need not take turns.
    await cancelJob(createReads(Date.now, archive), client, id)
  }
  await krea.stop()

  const charged = (id: string) => {
    const job = ends.get(id)
    return job ? outcomeOf(job, Date.now()).charged : null
  }
  expect(new Set(aimed.map(({ moment }) => moment)).size).toBe(moments.length)
  expect(billed.size).toBeGreaterThan(8)
  expect([...billed].filter((id) => charged(id) === 'no' || charged(id) === null)).toEqual([])
  const free = aimed.filter(({ id }) => charged(id) === 'no')
  expect(free.length, 'what Krea says it cancelled is free').toBeGreaterThan(0)
})
