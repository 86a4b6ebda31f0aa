import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { ledgerLoginAttempts } from '@/lib/server/access/login-attempts-db'
import { createPass } from '@/lib/server/access/passes'
import { ledgerRateLimiter } from '@/lib/server/access/rate-limit-db'
import { remainingOf, spentBy } from '@/lib/server/billing/budget'
import type { Database } from '@/lib/server/db/database'
import { rateLimits, submissions } from '@/lib/server/db/tables'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'

const noon = Date.parse('2026-11-21T12:00:00Z')
const day = 86_400_000
const cent = 10_000

// One database for all, in one worker.
test.describe.configure({ mode: 'default' })

let db: Database
let close: () => Promise<void>
test.beforeAll(async () => {
  ;({ db, close } = await newLedger())
})
test.afterAll(() => close())
test.beforeEach(async () => {
  await db.delete(submissions)
  await db.delete(rateLimits)
})

const buy = (limits: { day?: number; visitor?: number }, of = {}, now = noon) =>
  storeOf(db, () => now, limits).claim(
    randomUUID(),
    submissionAt(now),
    purchase({ micros: cent, ...of }),
  )

const refused = { code: 'budget_exceeded', charged: 'no' }

test('a budget is spent to the last micro-dollar and not one further', async () => {
  const bought = await Promise.allSettled(Array.from({ length: 20 }, () => buy({ day: 5 * cent })))
  expect(bought.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(buy({ day: 5 * cent }, { micros: 1 })).rejects.toMatchObject(refused)
  await expect(buy({ day: 5 * cent }, { micros: 0 })).resolves.toBeNull()
})

test('a refused purchase leaves no trace, so a smaller one still fits', async () => {
  await expect(buy({ day: cent }, { micros: 2 * cent })).rejects.toMatchObject(refused)
  expect(await db.select().from(submissions)).toEqual([])
  await expect(buy({ day: cent })).resolves.toBeNull()
})

test('a visitor’s share ends before the budget does, and another visitor has their own', async () => {
  const limits = { day: 10 * cent, visitor: cent }
  await buy(limits)
  await expect(buy(limits)).rejects.toMatchObject(refused)
  await expect(buy(limits, { visitor: 'visitor-two' })).resolves.toBeNull()
})

test('budgets are whole again at midnight UTC', async () => {
  await buy({ day: cent })
  await expect(buy({ day: cent }, {}, noon + day / 2 - 1)).rejects.toMatchObject(refused)
  await expect(buy({ day: cent }, {}, noon + day / 2)).resolves.toBeNull()
})

test('money that was given back can be spent again', async () => {
  await buy({ day: cent })
  await expect(buy({ day: cent })).rejects.toMatchObject(refused)
  await db.update(submissions).set({ state: 'cancelled', charged: 'no' })
  await expect(buy({ day: cent })).resolves.toBeNull()
})

test('a pass’s dollars are spent once, and do not come back the next day', async () => {
  const pass = { name: 'Ada', micros: 2 * cent, models: null, expiresAt: null }
  const { row } = await createPass(db, pass, noon)
  const withPass = { passId: row.id }
  await buy({}, withPass)
  await buy({}, withPass, noon + day)
  await expect(buy({}, withPass, noon + 2 * day)).rejects.toMatchObject(refused)
  const buyer = { visitor: 'visitor-one', passId: row.id }
  expect(await spentBy(db, 'krea', buyer, noon + 2 * day)).toMatchObject({
    day: 0,
    pass: 2 * cent,
  })
})

test('play money of the sandbox never counts against dollars', async () => {
  await buy({ day: cent })
  const buyer = { visitor: 'visitor-one', passId: null }
  expect(await spentBy(db, 'sandbox', buyer, noon)).toEqual({ day: 0, visitor: 0, pass: 0 })
  expect(await spentBy(db, 'krea', buyer, noon)).toEqual({ day: cent, visitor: cent, pass: 0 })
})

test('without a limit nothing is limited, and what remains is never negative', () => {
  const spent = { day: 3 * cent, visitor: cent, pass: 0 }
  expect(remainingOf({ day: null, visitor: null }, spent, null)).toEqual({
    today: null,
    forYou: null,
  })
  expect(remainingOf({ day: cent, visitor: cent }, spent, null)).toEqual({ today: 0, forYou: 0 })
})

test('a minute’s allowance is shared by all processes, and comes back evenly', async () => {
  const one = ledgerRateLimiter(async () => db, 3)
  const other = ledgerRateLimiter(async () => db, 3)
  const waits = [
    await one.count('a', noon),
    await other.count('a', noon),
    await one.count('a', noon),
  ]
  expect(waits).toEqual([0, 0, 0])
  expect(await other.count('a', noon)).toBe(20_000)
  expect(await other.count('b', noon)).toBe(0)
  expect(await one.count('a', noon + 19_999)).toBe(1)
  expect(await one.count('a', noon + 20_000)).toBe(0)
  expect(await one.count('a', noon + 20_000)).toBe(20_000)
})

test('a clock that is set back an hour locks nobody out of a shared minute or a password', async () => {
  const limiter = ledgerRateLimiter(async () => db, 3)
  for (let count = 0; count < 3; count++) await limiter.count('a', noon)
  const hourBefore = noon - 3_600_000
  expect(await limiter.count('a', hourBefore)).toBe(0)
  const attempts = ledgerLoginAttempts(async () => db)
  const login = { subject: 'a', max: 1 }
  await attempts.count(login, noon)
  expect(await attempts.count(login, hourBefore)).toBe(0)
  expect(await attempts.count(login, hourBefore)).toBeGreaterThan(0)
})
