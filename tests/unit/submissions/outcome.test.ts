import { expect, test } from '@playwright/test'
import type { Job } from '@/lib/contract/jobs'
import { outcomeOf } from '@/lib/server/submissions/outcome'

const now = Date.parse('2026-10-09T10:00:00Z')
const completedAt = '2026-10-09T09:59:00.000Z'

const job = (change: Partial<Job>): Job => ({
  id: 'job',
  status: 'queued',
  phase: 'pending',
  createdAt: '2026-10-09T09:58:00.000Z',
  completedAt: null,
  images: [],
  error: null,
  ...change,
})

test('the money of a pending job stays reserved', () => {
  const outcome = { state: 'accepted', charged: 'reserved', endedAt: null }
  expect(outcomeOf(job({ phase: 'pending' }), now)).toEqual(outcome)
})

test('only a job that succeeded is charged; one that failed or was cancelled is not', () => {
  const phases = ['succeeded', 'failed', 'cancelled'] as const
  const outcomes = phases.map((phase) => outcomeOf(job({ phase, completedAt }), now))
  const endedAt = new Date(completedAt)
  expect(outcomes).toEqual([
    { state: 'succeeded', charged: 'yes', endedAt },
    { state: 'failed', charged: 'no', endedAt },
    { state: 'cancelled', charged: 'no', endedAt },
  ])
})

test('where Krea does not say when a job ended, it ended when that was seen', () => {
  expect(outcomeOf(job({ phase: 'cancelled' }), now).endedAt).toEqual(new Date(now))
})
