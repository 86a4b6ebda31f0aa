import { expect, test } from '@playwright/test'
import { memoryRateLimiter } from '@/lib/server/access/rate-limit'
import { BoundedMap } from '@/lib/server/bounded-map'

test('a visitor may spend a minute’s worth at once, then one as each token comes', async () => {
  const limiter = memoryRateLimiter(2)
  expect(await limiter.take('a', 0)).toBe(0)
  expect(await limiter.take('a', 0)).toBe(0)
  expect(await limiter.take('a', 0)).toBe(30_000)
  expect(await limiter.take('a', 20_000)).toBe(10_000)
  expect(await limiter.take('a', 30_000)).toBe(0)
  expect(await limiter.take('a', 30_000)).toBe(30_000)
})

test('visitors do not share a bucket', async () => {
  const limiter = memoryRateLimiter(1)
  expect(await limiter.take('a', 0)).toBe(0)
  expect(await limiter.take('b', 0)).toBe(0)
})

test('a bounded map forgets what was touched longest ago', () => {
  const map = new BoundedMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.get('a')
  map.set('c', 3)
  expect(map.entries()).toEqual([
    ['a', 1],
    ['c', 3],
  ])
})
