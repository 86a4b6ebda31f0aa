import { expect, test } from '@playwright/test'
import { redactor } from '@/lib/krea/redact'
import { backoffMs, retryAfterMs } from '@/lib/krea/retry'

test('waits double up to a limit, and jitter takes off at most half', () => {
  expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, () => 0))).toEqual([250, 500, 1000, 4000])
  expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
    500, 1000, 2000, 8000,
  ])
})

const now = Date.parse('2026-10-09T10:00:00Z')
const headers: [header: string | null, ms: number | null][] = [
  ['3', 3000],
  ['0', 0],
  ['1.5', 1500],
  ['-4', 0],
  ['Fri, 09 Oct 2026 10:00:07 GMT', 7000],
  ['Fri, 09 Oct 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [null, null],
]

for (const [header, ms] of headers)
  test(`Retry-After ${JSON.stringify(header)} is ${ms} ms`, () => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })

test('a token is blotted out whole and by its secret half, and innocent text stands', () => {
  const redact = redactor('workspace-id:very-secret-half')
  expect(redact('workspace-id:very-secret-half!')).toBe('[redacted]!')
  expect(redact('workspace-id%3Avery-secret-half')).toBe('workspace-id%3A[redacted]')
  expect(redact('https://gen.krea.ai/workspace-id/1.png')).toBe(
    'https://gen.krea.ai/workspace-id/1.png',
  )
  expect(redactor('sandbox')('/sandbox/jobs')).toBe('/sandbox/jobs')
  expect(redactor(null)('text')).toBe('text')
})
