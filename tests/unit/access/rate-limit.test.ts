import { expect, test } from '@playwright/test'
import { memoryLoginAttempts } from '@/lib/server/access/login-attempts'
import { memoryRateLimiter, requireWithinRateLimit } from '@/lib/server/access/rate-limit'

test('a visitor may spend a minute’s worth at once, then one as each token comes', async () => {
  const limiter = memoryRateLimiter(2)
  expect(await limiter.count('a', 0)).toBe(0)
  expect(await limiter.count('a', 0)).toBe(0)
  expect(await limiter.count('a', 0)).toBe(30_000)
  expect(await limiter.count('a', 20_000)).toBe(10_000)
  expect(await limiter.count('a', 30_000)).toBe(0)
  expect(await limiter.count('a', 30_000)).toBe(30_000)
})

test('a visitor who stays away saves up no more than a minute’s worth', async () => {
  const limiter = memoryRateLimiter(3)
  await limiter.count('a', 0)
  const anHourLater = 3_600_000
  const waits = []
  for (let count = 0; count < 4; count++) waits.push(await limiter.count('a', anHourLater))
  expect(waits).toEqual([0, 0, 0, 20_000])
})

test('visitors do not share a bucket', async () => {
  const limiter = memoryRateLimiter(1)
  expect(await limiter.count('a', 0)).toBe(0)
  expect(await limiter.count('b', 0)).toBe(0)
})

test('a clock that is set back an hour locks nobody out', async () => {
  const limiter = memoryRateLimiter(30)
  const before = 3_600_000
  for (let count = 0; count < 2; count++) await limiter.count('a', before)
  expect(await limiter.count('a', before - 3_600_000)).toBe(0)
  const attempts = memoryLoginAttempts()
  const login = { subject: 'a', max: 1 }
  await attempts.count(login, before)
  expect(await attempts.count(login, 0)).toBe(0)
})

test('an address and a visitor count, and not an id that was made for this request', async () => {
  const counted: string[] = []
  const limiter = {
    async count(subject: string) {
      counted.push(subject)
      return 0
    },
  }
  const visitor = { address: '192.0.2.1', visitorId: 'a', isNewcomer: false }
  await requireWithinRateLimit([limiter], visitor)
  expect(counted).toEqual(['address 192.0.2.1', 'visitor a'])
  await requireWithinRateLimit([limiter], { ...visitor, isNewcomer: true })
  expect(counted.slice(2)).toEqual(['address 192.0.2.1'])
})

test('a flood is turned away in memory: the database hears no more of a visitor than the limit', async () => {
  const asked: string[] = []
  const database = {
    async count(subject: string) {
      asked.push(subject)
      return 0
    },
  }
  const limiters = [memoryRateLimiter(2), database]
  const visitor = { address: '192.0.2.1', visitorId: 'a', isNewcomer: false }
  const flood = Array.from({ length: 50 }, () => requireWithinRateLimit(limiters, visitor))
  const answers = await Promise.allSettled(flood)
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(48)
  const subjects = ['address 192.0.2.1', 'visitor a']
  expect(asked.toSorted()).toEqual(subjects.flatMap((subject) => [subject, subject]))
})
