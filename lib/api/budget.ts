import { type RemainingBudget, remainingBudgetSchema } from '../contract/budget'
import { request } from './request'

export const budgetPath = '/api/budget'

export const readBudget = (): Promise<RemainingBudget> => request(budgetPath, remainingBudgetSchema)

/** The tightest limit that holds: dollars, and whose they are. */
export type Remaining = { dollars: number; of: 'everyone' | 'visitor' | 'pass' }

/** What may still be spent; `null` where nothing limits it. */
export function tightestLimit({ leftToday, leftForYou, pass }: RemainingBudget): Remaining | null {
  const own: Remaining | null =
    leftForYou === null ? null : { dollars: leftForYou, of: pass ? 'pass' : 'visitor' }
  const all: Remaining | null = leftToday === null ? null : { dollars: leftToday, of: 'everyone' }
  if (own === null || all === null) return own ?? all
  return all.dollars < own.dollars ? all : own
}
