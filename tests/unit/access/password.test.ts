import { timingSafeEqual } from 'node:crypto'
import { expect, test } from '@playwright/test'
import {
  loginLimits,
  memoryLoginAttempts,
  requireLoginAttempt,
} from '@/lib/server/access/login-attempts'
import { isSame } from '@/lib/server/access/password'
import { groupOf } from '@/lib/server/http/client-address'
import { safePath } from '@/lib/server/http/safe-path'

test('a password is the same only as itself', () => {
  expect(isSame('open sesame', 'open sesame')).toBe(true)
  for (const other of ['', 'open', 'open sesame ', 'Open sesame', 'x'.repeat(1_000)])
    expect(isSame(other, 'open sesame')).toBe(false)
})

test('right and wrong passwords of any length cost the same: one comparison of 32 bytes', () => {
  const compared: [number, number][] = []
  const noting = (one: NodeJS.ArrayBufferView, other: NodeJS.ArrayBufferView) => {
    compared.push([one.byteLength, other.byteLength])
    return timingSafeEqual(one, other)
  }
  const attempts = ['', 'o', 'open sesame', 'open sesamE', 'x'.repeat(1_000)]
  const answers = attempts.map((one) => isSame(one, 'open sesame', noting))
  expect(answers).toEqual([false, false, true, false, false])
  expect(compared).toEqual(attempts.map(() => [32, 32]))
})

test('a minute allows five login attempts, and the sixth gets the time to wait', async () => {
  const attempts = memoryLoginAttempts()
  const count = (subject: string, at: number) => attempts.count({ subject, max: 5 }, at)
  for (const at of [0, 10_000, 20_000, 30_000, 40_000]) expect(await count('me', at)).toBe(0)
  expect(await count('me', 45_000)).toBe(15_000)
  expect(await count('another', 45_000)).toBe(0)
  expect(await count('me', 60_000)).toBe(0)
  expect(await count('me', 60_001)).toBe(9_999)
})

/** How many of these tries are let through, in one burst. */
async function allowedOf(
  addresses: string[],
  path = '/api/unlock',
  counters = [memoryLoginAttempts()],
): Promise<number> {
  const tries = addresses.map((address) =>
    requireLoginAttempt(counters, loginLimits(path, groupOf(address))),
  )
  const outcomes = await Promise.allSettled(tries)
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

test('all networks of one household or data center have fifty login attempts a minute', async () => {
  const tries = Array.from({ length: 300 }, (_, index) => index % 75)
  expect(await allowedOf(tries.map((index) => `2001:db8:1:${index}::1`))).toBe(50)
  expect(await allowedOf(tries.map((index) => `198.51.100.${index}`))).toBe(50)
})

test('the whole world has two hundred login attempts a minute', async () => {
  const tries = Array.from({ length: 1_000 }, (_, index) => `198.51.${index % 250}.1`)
  expect(await allowedOf(tries)).toBe(200)
})

test('one address that is refused locks nobody else out', async () => {
  const tries = Array.from({ length: 1_000 }, () => '198.51.100.1')
  expect(await allowedOf([...tries, '198.51.100.2', '203.0.113.1'])).toBe(7)
})

test('each of the two passwords has login attempts of its own: for an address, its network and all', async () => {
  const crowds = [
    Array.from({ length: 9 }, () => '198.51.100.1'),
    Array.from({ length: 75 }, (_, index) => `198.51.100.${index}`),
    Array.from({ length: 300 }, (_, index) => `198.51.${index % 250}.1`),
  ]
  for (const [index, max] of [5, 50, 200].entries()) {
    const counters = [memoryLoginAttempts()]
    const crowd = crowds[index] ?? []
    expect(await allowedOf(crowd, '/api/unlock', counters)).toBe(max)
    expect(await allowedOf(crowd, '/api/owner', counters)).toBe(max)
  }
})

const paths: [from: string | null, to: string][] = [
  ['/', '/'],
  ['/admin?day=1#top', '/admin?day=1#top'],
  ['/a/../b', '/b'],
  [null, '/'],
  ['', '/'],
  ['admin', '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/%0d%0aSet-Cookie:x', '/%0d%0aSet-Cookie:x'],
]

for (const [from, to] of paths)
  test(`after unlocking one goes from ${JSON.stringify(from)} to ${to}`, () => {
    expect(safePath(from)).toBe(to)
  })
