import 'server-only'
import { eq, lt } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Database } from '../db/database'
import { endedSessions } from '../db/tables'
import { log } from '../log'
import { type EndedSessions, memoryEndedSessions } from './ended-sessions'

/** A poll must not cost a query: another process knows of an end after so long. */
const freshMs = 2_000
/** Of a database that does not answer: pages and health must not wait for it. */
const maxWaitMs = 1_000
const maxSessions = 10_000

/**
 * Ended sessions, for all processes and over restarts. While the database cannot be read, each process
 * knows only those that it ended itself.
 */
export function ledgerEndedSessions(
  database: () => Promise<Database>,
  now: () => number,
): EndedSessions {
  const own = memoryEndedSessions()
  const cache = new LRUCache<string, { at: number; ended: Promise<boolean> }>({ max: maxSessions })

  async function isEnded(id: string): Promise<boolean> {
    try {
      const db = await database()
      const [row] = await db.select().from(endedSessions).where(eq(endedSessions.id, id))
      if (row) await own.add(id, row.until.getTime())
      return row !== undefined
    } catch (error) {
      log().warn({ error }, 'sessions ended elsewhere are not known')
      return false
    }
  }

  return {
    async has(id) {
      if (await own.has(id)) return true
      const cached = cache.get(id)
      if (cached && Math.abs(now() - cached.at) < freshMs) return cached.ended
      const ended = Promise.race([isEnded(id), unknownAfter(maxWaitMs)])
      cache.set(id, { at: now(), ended })
      return ended
    },

    async add(id, until) {
      await own.add(id, until)
      try {
        const db = await database()
        await db.delete(endedSessions).where(lt(endedSessions.until, new Date(now())))
        await db
          .insert(endedSessions)
          .values({ id, until: new Date(until) })
          .onConflictDoNothing()
      } catch (error) {
        log().warn({ error }, 'a session was ended in this process only')
      }
    },
  }
}

function unknownAfter(ms: number): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref())
}
