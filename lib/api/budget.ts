import { getBudget, type RemainingBudget } from '../contract/budget'
import { call } from './call'

export const budgetPath = getBudget.path

export const readBudget = (): Promise<RemainingBudget> => call(getBudget, {})

/** The tightest limit in force: the dollars, and whose they are. */
export type Remaining = { dollars: number; of: 'everyone' | 'visitor' | 'pass' }

/** What may still be spent; `null` where nothing limits it. */
export function tightestLimit({ leftToday, leftForYou, pass }: RemainingBudget): Remaining | null {
  const own: Remaining | null =
    leftForYou === null ? null : { dollars: leftForYou, of: pass ? 'pass' : 'visitor' }
  const all: Remaining | null = leftToday === null ? null : { dollars: leftToday, of: 'everyone' }
  if (own === null || all === null) return own ?? all
  return all.dollars < own.dollars ? all : own
}
