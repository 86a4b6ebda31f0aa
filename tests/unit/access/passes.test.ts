import { expect, test } from '@playwright/test'
import { requireAllowed, requireValid } from '@/lib/server/access/passes'
import type { PassRow } from '@/lib/server/db/tables'

const expiry = Date.parse('2026-11-21T12:00:00Z')

const pass = (change: Partial<PassRow> = {}): PassRow => ({
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Ada',
  secretHash: 'hash',
  micros: 1_000_000,
  models: null,
  createdAt: new Date('2026-11-20T12:00:00Z'),
  expiresAt: new Date(expiry),
  revokedAt: null,
  ...change,
})

test('a pass works until the millisecond before it expires', () => {
  expect(requireValid(pass(), expiry - 1)).toEqual(pass())
  for (const now of [expiry, expiry + 1])
    expect(() => requireValid(pass(), now)).toThrow('This pass expired on 2026-11-21')
})

test('a pass without an end works for ever, unless it is revoked', () => {
  const endless = pass({ expiresAt: null })
  expect(requireValid(endless, expiry * 2)).toEqual(endless)
  const revoked = pass({ expiresAt: null, revokedAt: new Date(expiry) })
  expect(() => requireValid(revoked, expiry)).toThrow('This pass was revoked')
})

test('no pass is no valid pass', () => {
  expect(() => requireValid(null, expiry)).toThrow('There is no such pass')
})

test('a pass for some models is refused for every other', () => {
  const some = pass({ models: ['image/a', 'image/b'] })
  expect(() => requireAllowed(some, 'image/b')).not.toThrow()
  expect(() => requireAllowed(some, 'image/c')).toThrow('Your pass is not for this model')
  expect(() => requireAllowed(pass(), 'image/c')).not.toThrow()
})
