import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { createReadFailures } from '@/lib/engine/read-failures'
import { failureCard } from '@/lib/record/failure-card'
import { unreadable } from '@/lib/record/transitions'
import { jobWith, submittingRecord } from '../../fixtures/record'

const badAnswer = new ApiError('krea_bad_answer', 'Krea answered: a teapot.', {
  krea: { status: 418, message: 'a teapot' },
})

function scene() {
  const clock = { now: 0 }
  return { clock, failures: createReadFailures(() => clock.now) }
}

test('a job whose answers stay unreadable is given up after a minute, not before', () => {
  const { clock, failures } = scene()
  expect(failures.note('a', badAnswer)).toBe(false)
  clock.now = 60_000
  expect(failures.note('a', badAnswer)).toBe(false)
  clock.now = 60_001
  expect(failures.note('a', badAnswer)).toBe(true)
})

test('a Krea that is down for long costs no job', () => {
  const { clock, failures } = scene()
  const gaveUp: boolean[] = []
  for (const code of ['krea_unavailable', 'krea_timeout', 'rate_limited'] as const)
    for (clock.now = 0; clock.now < 3_600_000; clock.now += 30_000)
      gaveUp.push(failures.note('a', new ApiError(code)))
  expect(gaveUp).toEqual(gaveUp.map(() => false))
  expect(gaveUp).toHaveLength(360)
})

test('a good answer, or one that says nothing of the job, starts the minute anew', () => {
  const { clock, failures } = scene()
  failures.note('a', badAnswer)
  failures.clear('a')
  clock.now = 61_000
  expect(failures.note('a', badAnswer)).toBe(false)
  failures.note('a', new ApiError('krea_unavailable'))
  clock.now = 130_000
  expect(failures.note('a', badAnswer)).toBe(false)
})

test('a job that was given up says what Krea answered, that it may be charged, and offers to look again', () => {
  const job = jobWith()
  const running = { kind: 'running', job, progressAt: 0, missingSince: null } as const
  const { state } = unreadable({ ...submittingRecord, state: running }, badAnswer, 5)
  expect(state).toMatchObject({ kind: 'failed', job, failure: { krea: { status: 418 } } })
  expect(state.kind === 'failed' && failureCard(state.failure, true)).toEqual({
    sentence: 'Krea answered: a teapot.',
    charged: 'Possibly charged.',
    remedy: { kind: 'look-again' },
  })
})
