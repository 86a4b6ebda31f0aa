import { expect, test } from '@playwright/test'
import { fixedPace, ourPace, percentile, replay } from '../../bench/polling/replay'

/** Five minutes of a day of mixed jobs, 30 in view and 70 out of view: the same each time. */
const virtualMs = 300_000

test('each picture on the way that stands for 2 s is seen, and nine of ten pictures within a second, with fewer reads than at a fixed 2 s', async () => {
  test.slow()
  const ours = await replay(virtualMs, ourPace)
  const fixed = await replay(virtualMs, fixedPace, false)
  expect(ours.made).toBeGreaterThan(100)
  expect(ours.seen).toBe(ours.made)
  expect(percentile(ours.pictureDelays, 90)).toBeLessThanOrEqual(1_000)
  expect(percentile(ours.finalDelays, 90)).toBeLessThanOrEqual(1_000)
  expect(ours.reads).toBeLessThanOrEqual(fixed.reads)
  expect(ours.reads / ours.jobs).toBeLessThanOrEqual(fixed.reads / fixed.jobs)
  // What a hundred jobs share: about one request a tick.
  expect(ours.requests / (virtualMs / 1000)).toBeLessThan(1.2)
  expect(ours.requestsToKrea / (virtualMs / 1000)).toBeLessThan(1.3)
})
