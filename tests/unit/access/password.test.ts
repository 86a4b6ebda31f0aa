import { timingSafeEqual } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { memoryLoginAttempts } from '@/lib/server/access/login-attempts'
import { isSame } from '@/lib/server/access/password'
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
  const attempts = memoryLoginAttempts(5)
  for (const at of [0, 10_000, 20_000, 30_000, 40_000])
    expect(await attempts.count('me', at)).toBe(0)
  expect(await attempts.count('me', 45_000)).toBe(15_000)
  expect(await attempts.count('another', 45_000)).toBe(0)
  expect(await attempts.count('me', 60_000)).toBe(0)
  expect(await attempts.count('me', 60_001)).toBe(9_999)
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
