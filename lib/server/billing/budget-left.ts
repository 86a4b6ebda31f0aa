import 'server-only'
import type { RemainingBudget } from '@/lib/contract/budget'
import { toDollars } from '@/lib/money'
import { guestPass, guestPassId } from '../access/guest-pass'
import { permissionsOf, type Visitor } from '../access/principal'
import { ledgerIfOn } from '../db/connection'
import { remainingOf, renewalAfter, spentBy } from './budget'
import { budgetLimitsOf } from './budget-limits'

/** Whether a budget or a pass limits this visitor: else there is nothing to ask about. */
export async function isLimitedFor(request: Request): Promise<boolean> {
  const { day, visitor } = budgetLimitsOf()
  return day !== null || visitor !== null || guestPassId(await permissionsOf(request)) !== null
}

/** What this visitor may still spend. @throws ApiError `forbidden` when the pass ended */
export async function remainingFor(visitor: Visitor): Promise<RemainingBudget> {
  const now = Date.now()
  const renewsAt = renewalAfter(now)
  const pass = await guestPass(visitor)
  const caps = budgetLimitsOf()
  const books = ledgerIfOn()
  if (!books || (caps.day === null && caps.visitor === null && !pass))
    return { leftToday: null, leftForYou: null, renewsAt, pass: null }
  const buyer = { visitor: visitor.visitorId, passId: pass?.id ?? null }
  const spent = await spentBy(await books.database(), books.mode, buyer, now)
  const left = remainingOf(caps, spent, pass)
  return {
    leftToday: left.today === null ? null : toDollars(left.today),
    leftForYou: left.forYou === null ? null : toDollars(left.forYou),
    renewsAt,
    pass: pass && {
      name: pass.name,
      expiresAt: pass.expiresAt?.toISOString() ?? null,
      models: pass.models,
    },
  }
}
