import 'server-only'
import { eq, lt, sql } from 'drizzle-orm'
import { findPass, requireAllowed, requireValid } from '../access/passes'
import { type BudgetLimits, dayOf, remainingOf, requireRoom, spentBy } from '../billing/budget'
import { type Database, locks } from '../db/database'
import { type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../jobs/krea'
import type { Purchase, Submission } from './store'

/** A sender that has not been heard of for so long is gone. */
export const leaseUntil = sql`now() + interval '5 seconds'`

export type Claim = {
  key: string
  submission: Submission
  purchase: Purchase
  mode: Mode
  instance: string
  caps: BudgetLimits
}

/** `stale`: it says that it is being sent, and its sender is gone. */
export type Held = SubmissionRow & { stale: boolean }

/**
 * Takes a key and reserves its money in one transaction, before anything is sent; answers what the
 * key already stands for, or `null` when it is now the caller's.
 * @throws ApiError `budget_exceeded`, or `forbidden` for the pass; then nothing is taken
 */
export function claim(db: Database, asked: Claim): Promise<Held | null> {
  return db.transaction(
    async (tx) => {
      const [mine] = await tx
        .insert(submissions)
        .values(rowOf(asked))
        .onConflictDoNothing({ target: submissions.key })
        .returning({ key: submissions.key })
      if (!mine) return find(tx, asked.key)
      await reserve(tx, asked)
      return null
    },
    // A sum must see what was committed while it waited for the lock, whatever the server's default.
    { isolationLevel: 'read committed' },
  )
}

export async function find(db: Database, key: string): Promise<Held | null> {
  const stale = lt(submissions.leaseUntil, sql`now()`).mapWith(Boolean)
  const [held] = await db
    .select({ row: submissions, stale })
    .from(submissions)
    .where(eq(submissions.key, key))
  return held ? { ...held.row, stale: held.row.state === 'sending' && held.stale } : null
}

/** The row is already there, so it is part of the sums: one buyer at a time, never a cent over. */
async function reserve(tx: Database, { purchase, mode, caps, submission }: Claim): Promise<void> {
  if (caps.day === null && caps.visitor === null && purchase.passId === null) return
  const now = submission.sentFrom
  await tx.execute(sql`select pg_advisory_xact_lock(${locks.budget}::bigint)`)
  const pass =
    purchase.passId === null ? null : requireValid(await findPass(tx, purchase.passId), now)
  if (pass) requireAllowed(pass, purchase.model)
  const all = await spentBy(tx, mode, purchase, now)
  const before = {
    day: all.day - purchase.micros,
    visitor: all.visitor - purchase.micros,
    pass: all.pass - purchase.micros,
  }
  requireRoom(purchase.micros, remainingOf(caps, before, pass), pass)
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
