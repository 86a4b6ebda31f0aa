import { expect, test } from '@playwright/test'
import { pollInterval } from '@/lib/engine/poll'

/** How often a job is read, from its submission until it is known to have ended. */
function readsOf(jobMs: number, typicalMs: number): number {
  let reads = 0
  for (let elapsedMs = 0; elapsedMs < jobMs; reads++)
    elapsedMs += pollInterval({ elapsedMs, typicalMs, hidden: false })
  return reads
}

for (const { seconds, max } of [
  { seconds: 3, max: 2 },
  { seconds: 10, max: 5 },
  { seconds: 30, max: 13 },
  { seconds: 60, max: 20 },
])
  test(`a job of ${seconds} s takes at most ${max} reads`, () => {
    expect(readsOf(seconds * 1000, seconds * 1000)).toBeLessThanOrEqual(max)
  })
