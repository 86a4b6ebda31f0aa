import 'server-only'
import { and, eq, ne, or, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import { formatMicros } from '@/lib/money'
import type { Database } from '../db/database'
import { submissions } from '../db/tables'
import type { Mode } from '../env'

/** In micro-dollars; `null`: no limit. */
export type BudgetLimits = { day: number | null; visitor: number | null }

export type Buyer = { visitor: string; passId: string | null }

/** What was spent or is reserved, in micro-dollars: of all today, of the visitor today, of the pass ever. */
export type Spent = { day: number; visitor: number; pass: number }

/** `2026-11-21`, in UTC. `now` in ms. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/** When the budgets of a day are whole again. */
export const renewalAfter = (now: number): string =>
  new Date(Date.parse(dayOf(now)) + 86_400_000).toISOString()

export async function spentBy(db: Database, mode: Mode, buyer: Buyer, now: number): Promise<Spent> {
  const { day, visitor, passId, micros } = submissions
  const today = eq(day, dayOf(now))
  const ofVisitor = and(today, eq(visitor, buyer.visitor))
  const ofPass = buyer.passId === null ? sql`false` : eq(passId, buyer.passId)
  const [sums] = await db
    .select({ day: sum(today), visitor: sum(ofVisitor), pass: sum(ofPass) })
    .from(submissions)
    .where(and(eq(submissions.mode, mode), ne(submissions.charged, 'no'), or(today, ofPass)))
  return sums ?? { day: 0, visitor: 0, pass: 0 }

  function sum(condition: ReturnType<typeof and>) {
    return sql`coalesce(sum(${micros}) filter (where ${condition}), 0)`.mapWith(Number)
  }
}

/** What each limit leaves. A guest spends from the pass: the limit of a visitor is for others. */
export function remainingOf(limits: BudgetLimits, spent: Spent, pass: { micros: number } | null) {
  const less = (limit: number | null, used: number) =>
    limit === null ? null : Math.max(0, limit - used)
  return {
    today: less(limits.day, spent.day),
    forYou: pass ? less(pass.micros, spent.pass) : less(limits.visitor, spent.visitor),
  }
}

/** @throws ApiError `budget_exceeded`, with the remaining dollars and when there is more */
export function requireWithinBudget(
  micros: number,
  remaining: ReturnType<typeof remainingOf>,
  pass: { name: string } | null,
): void {
  const costs = `This costs ${formatMicros(micros)}`
  if (remaining.forYou !== null && remaining.forYou < micros)
    throw new ApiError(
      'budget_exceeded',
      pass
        ? `${costs}, but your pass has only ${formatMicros(remaining.forYou)} left. Ask the person who sent it for more.`
        : `${costs} and you have ${formatMicros(remaining.forYou)} left today. The budget resets at midnight UTC.`,
    )
  if (remaining.today !== null && remaining.today < micros)
    throw new ApiError(
      'budget_exceeded',
      `${costs} and this playground has ${formatMicros(remaining.today)} left today. The budget resets at midnight UTC.`,
    )
}
