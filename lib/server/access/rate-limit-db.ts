import 'server-only'
import { eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { rateLimits } from '../db/tables'
import type { RateLimiter } from './rate-limit'

const minute = 60_000
const cleanEvery = 500

/**
 * A bucket of `perMinute` a subject, which all processes share. Kept as one number: the instant when
 * the bucket will be full again; each request moves it on, up to a minute ahead (GCRA).
 */
export function ledgerRateLimiter(
  database: () => Promise<Database>,
  perMinute: number,
): RateLimiter {
  const step = minute / perMinute
  let counted = 0

  return {
    async count(subject, now) {
      const db = await database()
      if (++counted % cleanEvery === 0) await db.delete(rateLimits).where(lt(rateLimits.dueAt, now))
      // No bucket needs more than a minute to fill up: the clock was set back since. Twice that, for servers
      // whose clocks differ.
      const due = sql`case when ${rateLimits.dueAt} > ${now + 2 * minute} then ${now} else greatest(${rateLimits.dueAt}, ${now}) end`
      const next = sql`${due} + ${step}`
      const [row] = await db
        .insert(rateLimits)
        .values({ subject, dueAt: now + step })
        .onConflictDoUpdate({
          target: rateLimits.subject,
          set: { dueAt: next },
          setWhere: sql`${next} <= ${now + minute}`,
        })
        .returning({ dueAt: rateLimits.dueAt })
      return row ? 0 : waitFor(db, subject, now)
    },
  }

  async function waitFor(db: Database, subject: string, now: number): Promise<number> {
    const [row] = await db.select().from(rateLimits).where(eq(rateLimits.subject, subject))
    return Math.max(1, Math.ceil((row?.dueAt ?? now) + step - minute - now))
  }
}
