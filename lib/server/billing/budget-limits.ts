import 'server-only'
import { toMicros } from '@/lib/money'
import type { Env } from '../env'
import type { BudgetLimits } from './budget'

/** The limits that the environment sets. */
export function budgetLimitsOf({ dollarsPerDay, dollarsPerVisitorPerDay }: Env): BudgetLimits {
  return {
    day: dollarsPerDay === null ? null : toMicros(dollarsPerDay),
    visitor: dollarsPerVisitorPerDay === null ? null : toMicros(dollarsPerVisitorPerDay),
  }
}
