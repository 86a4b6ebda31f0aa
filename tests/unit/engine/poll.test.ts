import { expect, test } from '@playwright/test'
import { type Pace, pollInterval, retryDelay, tickMs, untilTick } from '@/lib/engine/poll'

const plain: Pace = {
  elapsedMs: 0,
  typicalMs: 30_000,
  visibility: 'in-view',
  showsPreviews: false,
}
const at = (elapsedMs: number, rest: Partial<Pace> = {}) =>
  pollInterval({ ...plain, elapsedMs, ...rest })

/** When a job is read, in ms, until it has ended. */
function readsOf(jobMs: number, rest: Partial<Pace> = {}): number[] {
  const reads: number[] = []
  for (let elapsed = 0; elapsed < jobMs; reads.push(elapsed)) elapsed += at(elapsed, rest)
  return reads
}

test('a job in view that shows pictures is read about once a second from its beginning', () => {
  const watched = { showsPreviews: true, typicalMs: 7_000 }
  expect(readsOf(3_600, watched)).toEqual([900, 1800, 2700, 3600])
  for (const elapsed of [0, 7_000, 30_000]) expect(at(elapsed, watched)).toBe(900)
})

test('a job in view that shows pictures is read half as often once it is very late', () => {
  expect(at(61_000, { showsPreviews: true, typicalMs: 7_000 })).toBe(1_800)
})

test('a job whose length is not known is read after 1 s, after 2 s, then ever more seldom', () => {
  const reads = readsOf(60_000, { typicalMs: null })
  expect(reads.slice(0, 4)).toEqual([1000, 3000, 5000, 7500])
  const waits = reads.map((time, index) => time - (reads[index - 1] ?? 0))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(at(3_600_000, { typicalMs: null })).toBe(10_000)
})

test('a job in view without pictures on the way is read slowly while it can hardly be done', () => {
  expect(readsOf(21_000)).toEqual([3500, 7000, 10_500, 14_000, 17_500, 21_000])
})

test('around its typical time a job in view is read about once a second', () => {
  for (const elapsed of [21_000, 30_000, 44_000]) expect(at(elapsed)).toBe(900)
})

test('a late job is read ever more seldom, at least every 10 s', () => {
  for (const visibility of ['in-view', 'out-of-view'] as const) {
    const late = [58_000, 70_000, 120_000, 3_600_000]
    const waits = late.map((elapsed) => at(elapsed, { visibility }))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits.at(-1)).toBe(10_000)
  }
})

test('a job out of view is read seldom, pictures or not', () => {
  for (const showsPreviews of [true, false])
    expect(
      readsOf(32_000, { visibility: 'out-of-view', showsPreviews }).length,
    ).toBeLessThanOrEqual(6)
})

test('a hidden page never asks more than every 10 s', () => {
  for (const elapsedMs of [0, 7000, 20_000])
    for (const showsPreviews of [true, false])
      expect(
        at(elapsedMs, { typicalMs: 7000, visibility: 'hidden', showsPreviews }),
      ).toBeGreaterThanOrEqual(10_000)
})

// The number of reads is what each job costs a server.
for (const { seconds, rest, max } of [
  { seconds: 7, rest: { visibility: 'in-view', showsPreviews: true }, max: 8 },
  { seconds: 7, rest: { visibility: 'in-view' }, max: 5 },
  { seconds: 30, rest: { visibility: 'in-view' }, max: 17 },
  { seconds: 60, rest: { visibility: 'in-view' }, max: 33 },
  { seconds: 7, rest: { visibility: 'out-of-view' }, max: 2 },
  { seconds: 60, rest: { visibility: 'out-of-view' }, max: 11 },
] as const)
  test(`a job of ${seconds} s takes at most ${max} reads: ${JSON.stringify(rest)}`, () => {
    const reads = readsOf(seconds * 1000, { typicalMs: seconds * 1000, ...rest })
    expect(reads.length).toBeLessThanOrEqual(max)
  })

test('reads of different jobs fall on the same ticks', () => {
  for (const now of [0, 90, 500, 799, 12_345])
    for (const interval of [900, 1_000, 3_500, 10_000])
      expect((now + untilTick(now, interval)) % tickMs).toBe(0)
})

test('a late answer does not put off the read of the next tick, and no read comes at once', () => {
  expect(untilTick(700, 900)).toBe(200)
  expect(untilTick(850, 900)).toBe(950)
})

test('failed reads are repeated after doubling waits up to 30 s', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelay(attempt, 1))
  expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})

test('chance shortens a wait by half at most, so that pages do not return all at once', () => {
  expect(retryDelay(3, 0)).toBe(2000)
  expect(retryDelay(3, 0.5)).toBe(3000)
})

test('the server has the last word on how long to wait', () => {
  expect(retryDelay(1, 0, 12_000)).toBe(12_000)
  expect(retryDelay(7, 1, 12_000)).toBe(30_000)
})
