import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { createGuests } from '@/lib/server/access/guests'
import { createPass } from '@/lib/server/access/passes'
import type { Principal } from '@/lib/server/access/principal'
import type { BudgetLimits } from '@/lib/server/billing/budget'
import { hasBudgetFor, remainingFor, requireFunds } from '@/lib/server/billing/remaining-budget'
import type { Ledger } from '@/lib/server/db/connection'
import type { Database } from '@/lib/server/db/database'
import { createModelCatalog } from '@/lib/server/models/catalog'
import { createRetirements } from '@/lib/server/models/retirements'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'

// One database for all, in one worker.
test.describe.configure({ mode: 'default' })

let db: Database
let close: () => Promise<void>
test.beforeAll(async () => {
  ;({ db, close } = await newLedger())
})
test.afterAll(() => close())

const noLimits: BudgetLimits = { day: null, visitor: null }
/** In micro-dollars: far above and just below the cheapest picture of the document. */
const [enough, tooLittle] = [100_000, 900]

const visitor = (passId: string | null = null): Principal => ({
  visitorId: 'visitor-one',
  isNewcomer: false,
  address: '198.51.100.1',
  role: passId ? 'guest' : 'visitor',
  passId,
})

const services = (budgetLimits: BudgetLimits) => {
  const ledger: Ledger = {
    mode: 'krea',
    instance: randomUUID(),
    database: async () => db,
    status: async () => ({ storage: 'memory', problem: null }),
  }
  return {
    ledger,
    budgetLimits,
    guests: createGuests(ledger, Date.now),
    catalog: createModelCatalog(null, createRetirements()),
  }
}

const newPass = async (micros: number) =>
  (await createPass(db, { name: 'Ada', micros, expiresAt: null, models: null }, Date.now())).row.id

test('a visitor is limited by a budget of the day, by a share of it, or by a pass', () => {
  const limitOf = (limits: Partial<BudgetLimits>, passId: string | null = null) =>
    hasBudgetFor(services({ ...noLimits, ...limits }), visitor(passId))
  expect(limitOf({})).toBe(false)
  expect(limitOf({ day: 1 })).toBe(true)
  expect(limitOf({ visitor: 1 })).toBe(true)
  expect(limitOf({}, randomUUID())).toBe(true)
})

test('where nothing is limited, nothing is counted and everything may be asked for', async () => {
  const remaining = await remainingFor(services(noLimits), visitor())
  expect(remaining).toMatchObject({ leftToday: null, leftForYou: null, pass: null })
  await expect(requireFunds(services(noLimits), visitor())).resolves.toBeUndefined()
})

for (const limit of ['day', 'visitor'] as const)
  test(`a ${limit}’s budget that pays for no picture is refused, one that pays for one is not`, async () => {
    const funds = (micros: number) =>
      requireFunds(services({ ...noLimits, [limit]: micros }), visitor())
    await expect(funds(enough)).resolves.toBeUndefined()
    await expect(funds(tooLittle)).rejects.toMatchObject({ code: 'budget_exceeded' })
    await expect(funds(0)).rejects.toMatchObject({ code: 'budget_exceeded' })
  })

test('a budget of exactly the cheapest picture pays for it', async () => {
  const { catalog } = services(noLimits)
  const { models } = await catalog.get()
  const prices = models.flatMap((model) => model.prices.map(({ amount }) => amount))
  const cheapest = Math.round(Math.min(...prices) * 1e6)
  const funds = (micros: number) => requireFunds(services({ ...noLimits, day: micros }), visitor())
  await expect(funds(cheapest)).resolves.toBeUndefined()
  await expect(funds(cheapest - 1)).rejects.toMatchObject({ code: 'budget_exceeded' })
})

test('a guest has what the pass has left, and is told its name', async () => {
  const passId = await newPass(1_000_000)
  await storeOf(db, Date.now).claim(
    randomUUID(),
    submissionAt(Date.now()),
    purchase({ passId, micros: 400_000 }),
  )
  const remaining = await remainingFor(services(noLimits), visitor(passId))
  expect(remaining).toMatchObject({ leftToday: null, leftForYou: 0.6, pass: { name: 'Ada' } })
})
