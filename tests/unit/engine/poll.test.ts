import { expect, test } from '@playwright/test'
import { pollInterval, retryDelay } from '@/lib/engine/poll'

const at = (elapsedMs: number, typicalMs = 30_000) =>
  pollInterval({ elapsedMs, typicalMs, hidden: false })

/** When a job is read, in ms, as long as it is not late. */
function readsOf(typicalMs: number): number[] {
  const reads: number[] = []
  let elapsed = 0
  while (elapsed < typicalMs * 1.2) {
    elapsed += at(elapsed, typicalMs)
    reads.push(elapsed)
  }
  return reads
}

test('a job that can hardly be done is read seldom, in even steps up to where it gets likely', () => {
  expect(readsOf(30_000).slice(0, 6)).toEqual([4100, 8200, 12_300, 16_400, 20_500, 24_600])
})

test('around its typical time a job is read densely', () => {
  for (const elapsed of [25_000, 30_000, 44_000]) expect(at(elapsed)).toBe(1000)
  expect(at(60_000, 60_000)).toBe(1500)
})

test('a late job is read ever more seldom, at least every 10 s', () => {
  const waits = [46_000, 60_000, 75_000, 120_000, 3_600_000].map((elapsed) => at(elapsed))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(10_000)
})

test('a job of a few seconds is read when it should be done, and each second from then on', () => {
  expect(readsOf(3000)).toEqual([3000, 4000])
  expect(readsOf(6000)).toEqual([2700, 5400, 6400, 7400])
})

test('a hidden page never asks more than every 10 s', () => {
  for (const elapsedMs of [0, 7000, 20_000])
    expect(pollInterval({ elapsedMs, typicalMs: 7000, hidden: true })).toBeGreaterThanOrEqual(
      10_000,
    )
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
