import { expect, test } from '@playwright/test'
import { runTimeOf, runTimesKey, typicalSecondsOf, withRunTime } from '@/lib/record/run-times'

const after = (...times: number[]) =>
  times.reduce<ReturnType<typeof withRunTime> | undefined>(
    (runTimes, ms) => withRunTime(runTimes, 'image/a/b', {}, ms, false),
    undefined,
  )

test('Krea’s published time counts until three of our own are known', () => {
  expect(typicalSecondsOf(undefined, 7)).toBe(7)
  expect(typicalSecondsOf(after(2000, 2000), 7)).toBe(7)
  expect(typicalSecondsOf(after(2000, 9000, 3000), 7)).toBe(3)
})

test('where Krea publishes nothing, the first run is better than a guess', () => {
  expect(typicalSecondsOf(undefined, null)).toBeNull()
  expect(typicalSecondsOf(after(4000), null)).toBe(4)
})

test('old run times are forgotten: a model that became faster is known to be fast', () => {
  const slow = Array.from({ length: 40 }, () => 60_000)
  const fast = Array.from({ length: 30 }, () => 5000)
  expect(typicalSecondsOf(after(...slow, ...fast), 60)).toBe(5)
})

test('run times are grouped by model and size, whatever the shape', () => {
  const key = (width: number, height: number) => runTimesKey('m', { width, height })
  expect(key(1024, 1536)).toBe(key(1536, 1024))
  expect(key(1024, 1024)).not.toBe(key(2048, 2048))
  expect(runTimesKey('m', { resolution: '2K' })).not.toBe(runTimesKey('m', { resolution: '4K' }))
})

test('a job from Krea’s backlog counts from when it left it', () => {
  const job = { createdAt: '2026-10-01T00:00:00Z', completedAt: '2026-10-01T00:01:00Z' }
  expect(runTimeOf(job, 61_000)).toBe(60_000)
  expect(runTimeOf(job, 9000)).toBe(9000)
  expect(runTimeOf({ ...job, completedAt: null }, 9000)).toBe(9000)
})
