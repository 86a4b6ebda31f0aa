import { type BudgetLeft, budgetLeftSchema } from '../contract/budget'
import { request } from './request'

export const budgetPath = '/api/budget'

export const readBudget = (): Promise<BudgetLeft> => request(budgetPath, budgetLeftSchema)

/** The tightest limit that holds: dollars, and whose they are. */
export type Left = { dollars: number; of: 'everyone' | 'visitor' | 'pass' }

/** What may still be spent; `null` where nothing limits it. */
export function tightest({ leftToday, leftForYou, pass }: BudgetLeft): Left | null {
  const own: Left | null =
    leftForYou === null ? null : { dollars: leftForYou, of: pass ? 'pass' : 'visitor' }
  const all: Left | null = leftToday === null ? null : { dollars: leftToday, of: 'everyone' }
  if (own === null || all === null) return own ?? all
  return all.dollars < own.dollars ? all : own
}
