import 'server-only'
import { asc, eq, lte, sql } from 'drizzle-orm'
import { type Database, locks } from '../db/database'
import { loginAttempts } from '../db/tables'
import { log } from '../log'
import type { LoginAttempts } from './login-attempts'

const minute = 60_000

/**
 * At most `most` tries in any minute, counted for all processes together and over restarts. While the
 * database cannot be asked, each process counts for itself.
 */
export function databaseLoginAttempts(
  database: () => Promise<Database>,
  most: number,
): LoginAttempts {
  return {
    async take(who, now) {
      try {
        return await (await database()).transaction((tx) => count(tx, who, now))
      } catch (error) {
        log().warn({ detail: String(error) }, 'tries at passwords are counted by this process only')
        return 0
      }
    },
  }

  /** One at a time for each subject: a burst must not slip through between sum and entry. */
  async function count(tx: Database, who: string, now: number): Promise<number> {
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.tries}, hashtext(${who}))`)
    await tx.delete(loginAttempts).where(lte(loginAttempts.at, now - minute))
    const tries = await tx
      .select({ at: loginAttempts.at })
      .from(loginAttempts)
      .where(eq(loginAttempts.who, who))
      .orderBy(asc(loginAttempts.at))
    const [first] = tries
    if (first && tries.length >= most) return first.at + minute - now
    await tx.insert(loginAttempts).values({ who, at: now })
    return 0
  }
}
