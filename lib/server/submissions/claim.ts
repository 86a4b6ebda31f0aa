import 'server-only'
import { eq, lt, sql } from 'drizzle-orm'
import { findPass, requireAllowed, requireValid } from '../access/passes'
import {
  type BudgetLimits,
  dayOf,
  remainingOf,
  requireWithinBudget,
  spentBy,
} from '../billing/budget'
import { type Database, locks } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import { limitedTransaction } from '../db/transaction'
import type { Mode } from '../env'
import type { Purchase, Submission } from './submission-store'

/** A sender whose lease has run out is gone. */
export const leaseUntil = sql`now() + interval '5 seconds'`

export type Claim = {
  key: string
  submission: Submission
  purchase: Purchase
  mode: Mode
  instance: string
  limits: BudgetLimits
}

/** The row of a key that was claimed before. `stale`: its state is `sending`, and its sender is gone. */
export type ExistingClaim = SubmissionRow & { stale: boolean }

/**
 * Claims a key and reserves its money in one transaction, before anything is sent. Answers the existing
 * claim, or `null` when the key is now the caller's.
 * @throws ApiError `budget_exceeded`, or `forbidden` for the pass; then nothing is claimed
 */
export function claim(db: Database, request: Claim): Promise<ExistingClaim | null> {
  return limitedTransaction(db, async (tx) => {
    const [inserted] = await tx
      .insert(submissions)
      .values(rowOf(request))
      .onConflictDoNothing({ target: submissions.key })
      .returning({ key: submissions.key })
    if (!inserted) return findClaim(tx, request.key)
    await reserve(tx, request)
    return null
  })
}

export async function findClaim(db: Database, key: string): Promise<ExistingClaim | null> {
  const stale = lt(submissions.leaseUntil, sql`now()`).mapWith(Boolean)
  const [existing] = await db
    .select({ row: submissions, stale })
    .from(submissions)
    .where(eq(submissions.key, key))
  return existing
    ? { ...existing.row, stale: existing.row.state === 'sending' && existing.stale }
    : null
}

/** The row is already there, so it is part of the sums: one buyer at a time, never a cent over. */
async function reserve(tx: Database, { purchase, mode, limits, submission }: Claim): Promise<void> {
  if (limits.day === null && limits.visitor === null && purchase.passId === null) return
  const now = submission.sentFrom
  await tx.execute(sql`select pg_advisory_xact_lock(${locks.budget}::bigint)`)
  const pass =
    purchase.passId === null ? null : requireValid(await findPass(tx, purchase.passId), now)
  if (pass) requireAllowed(pass, purchase.model)
  const spent = await spentBy(tx, mode, purchase, now)
  const before = {
    day: spent.day - purchase.micros,
    visitor: spent.visitor - purchase.micros,
    pass: spent.pass - purchase.micros,
  }
  requireWithinBudget(purchase.micros, remainingOf(limits, before, pass), pass)
}

const rowOf = ({ key, submission, purchase, mode, instance }: Claim) => ({
  key,
  mode,
  fingerprint: submission.fingerprint,
  visitor: purchase.visitor,
  passId: purchase.passId,
  model: purchase.model,
  input: purchase.input,
  micros: purchase.micros,
  exact: purchase.exact,
  day: dayOf(submission.sentFrom),
  state: 'sending' as const,
  charged: 'reserved' as const,
  instance,
  leaseUntil,
  sentFrom: new Date(submission.sentFrom),
  hook: purchase.hook,
})
