import 'server-only'
import { toMicros } from '@/lib/money'
import { env } from '../env'
import type { BudgetLimits } from './budget'

/** The caps that the environment sets. */
export function budgetLimitsOf({ dollarsPerDay, dollarsPerVisitorPerDay } = env()): BudgetLimits {
  return {
    day: dollarsPerDay === null ? null : toMicros(dollarsPerDay),
    visitor: dollarsPerVisitorPerDay === null ? null : toMicros(dollarsPerVisitorPerDay),
  }
}
