import { expect, test } from '@playwright/test'
import { measurePolling } from '../../bench/polling'

for (const { jobSeconds, ours, learnt, fixed } of measurePolling())
  test(`jobs of ${jobSeconds} s take fewer reads than a fixed 2 s, and are seen done sooner`, () => {
    for (const pace of [ours, learnt]) {
      expect(pace.requests).toBeLessThan(fixed.requests)
      expect(pace.medianDelayMs).toBeLessThan(fixed.medianDelayMs)
    }
  })
