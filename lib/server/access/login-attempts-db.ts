import 'server-only'
import { asc, eq, gte, lte, or, sql } from 'drizzle-orm'
import { type Database, locks } from '../db/database'
import { loginAttempts } from '../db/tables'
import { limitedTransaction } from '../db/transaction'
import { log } from '../log'
import type { LoginAttempts, LoginLimit } from './login-attempts'

const minute = 60_000

/**
 * Attempts in any minute, counted for all processes together and over restarts. While the
 * database cannot be read, each process counts for itself.
 */
export function ledgerLoginAttempts(database: () => Promise<Database>): LoginAttempts {
  return {
    async count(limit, now) {
      try {
        return await limitedTransaction(await database(), (tx) => countIn(tx, limit, now))
      } catch (error) {
        log().warn({ error }, 'login attempts are counted by this process only')
        return 0
      }
    },
  }

  /** One at a time for each subject: a burst must not slip through between count and insert. */
  async function countIn(tx: Database, { subject, max }: LoginLimit, now: number): Promise<number> {
    await tx.execute(
      sql`select pg_advisory_xact_lock(${locks.loginAttempts}, hashtext(${subject}))`,
    )
    // Those of a time ahead were counted before the clock was set back.
    const { at } = loginAttempts
    await tx.delete(loginAttempts).where(or(lte(at, now - minute), gte(at, now + minute)))
    const attempts = await tx
      .select({ at: loginAttempts.at })
      .from(loginAttempts)
      .where(eq(loginAttempts.who, subject))
      .orderBy(asc(loginAttempts.at))
    const [first] = attempts
    if (first && attempts.length >= max) return first.at + minute - now
    await tx.insert(loginAttempts).values({ who: subject, at: now })
    return 0
  }
}
