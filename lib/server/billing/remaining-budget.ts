import 'server-only'
import type { RemainingBudget } from '@/lib/contract/budget'
import { ApiError } from '@/lib/contract/errors'
import { toDollars } from '@/lib/money'
import type { Guests } from '../access/guests'
import type { Principal } from '../access/principal'
import type { Ledger } from '../db/connection'
import type { ModelCatalog } from '../models/catalog'
import { type BudgetLimits, remainingOf, renewalAfter, spentBy } from './budget'

type Services = { ledger: Ledger | null; budgetLimits: BudgetLimits; guests: Guests }

/** Whether a budget or a pass limits this visitor: else there is nothing to ask about. */
export const hasBudgetFor = ({ budgetLimits: { day, visitor } }: Services, { passId }: Principal) =>
  day !== null || visitor !== null || passId !== null

/** What this visitor may still spend. @throws ApiError `forbidden` when the pass ended */
export async function remainingFor(
  services: Services,
  principal: Principal,
): Promise<RemainingBudget> {
  const { ledger, budgetLimits, guests } = services
  const now = Date.now()
  const renewsAt = renewalAfter(now)
  const pass = await guests.requirePass(principal)
  if (!ledger || !hasBudgetFor(services, principal))
    return { leftToday: null, leftForYou: null, renewsAt, pass: null }
  const buyer = { visitor: principal.visitorId, passId: pass?.id ?? null }
  const spent = await spentBy(await ledger.database(), ledger.mode, buyer, now)
  const remaining = remainingOf(budgetLimits, spent, pass)
  return {
    leftToday: remaining.today === null ? null : toDollars(remaining.today),
    leftForYou: remaining.forYou === null ? null : toDollars(remaining.forYou),
    renewsAt,
    pass: pass && {
      name: pass.name,
      expiresAt: pass.expiresAt?.toISOString() ?? null,
      models: pass.models,
    },
  }
}

/**
 * For what costs the host, and is of no use to whoever can pay for no picture.
 * @throws ApiError `budget_exceeded`, or `forbidden` when the pass ended
 */
export async function requireFunds(
  services: Services & { catalog: ModelCatalog },
  principal: Principal,
): Promise<void> {
  if (!hasBudgetFor(services, principal)) return
  const { leftToday, leftForYou } = await remainingFor(services, principal)
  const { models } = await services.catalog.get()
  const cheapest = Math.min(...models.flatMap(({ prices }) => prices.map(({ amount }) => amount)))
  const left = Math.min(
    leftToday ?? Number.POSITIVE_INFINITY,
    leftForYou ?? Number.POSITIVE_INFINITY,
  )
  if (left <= 0 || left < cheapest)
    throw new ApiError('budget_exceeded', 'What is left of the budget pays for no picture.')
}
