import type { Model } from './catalog/field'
import type { RemainingBudget } from './contract/budget'

/** What a guest has: a pass that works, or why it works no more. */
export type Guest =
  | { kind: 'open'; name: string; dollars: number; expiresAt: string | null }
  | { kind: 'ended'; problem: string }

/** Null for whoever uses no pass. */
export function guestOf({ pass, leftForYou }: RemainingBudget): Guest | null {
  if (!pass || leftForYou === null) return null
  return { kind: 'open', name: pass.name, dollars: leftForYou, expiresAt: pass.expiresAt }
}

/** Why a guest can make no picture; null where at least the cheapest one can be paid. */
export function guestProblem(guest: Guest | null, models: Model[]): string | null {
  if (guest === null) return null
  if (guest.kind === 'ended') return guest.problem
  const prices = models.flatMap((model) => model.prices.map(({ amount }) => amount))
  const cheapest = prices.length > 0 ? Math.min(...prices) : 0
  return guest.dollars > 0 && guest.dollars >= cheapest
    ? null
    : 'Your pass is used up. Ask the person who sent it for more.'
}
