import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { BoundedMap } from '../bounded-map'
import { ledgerIfOn } from '../db/connection'
import { shared } from '../shared'
import { databaseLoginAttempts } from './login-attempts-db'

/** `take` counts a try and answers 0, or the ms until the next one may come. */
export type LoginAttempts = { take(who: string, now: number): Promise<number> }

const mostTries = 5
const mostAddresses = 10_000
const minute = 60_000

/** At most `most` tries in any minute, wherever it begins. */
export function memoryLoginAttempts(most: number): LoginAttempts {
  const tries = new BoundedMap<string, number[]>(mostAddresses)
  return {
    async take(who, now) {
      const recent = (tries.get(who) ?? []).filter((at) => now - at < minute)
      const [first] = recent
      if (first !== undefined && recent.length >= most) return first + minute - now
      tries.set(who, [...recent, now])
      return 0
    },
  }
}

/** Memory first: it turns a flood away before the database hears of it. */
const counters = shared('attempts', () => {
  const books = ledgerIfOn()
  const own = memoryLoginAttempts(mostTries)
  return books ? [own, databaseLoginAttempts(books.database, mostTries)] : [own]
})

/** Counts a try at a password. @throws ApiError `rate_limited` with `retryAfterMs` */
export async function requireLoginAttempt(who: string): Promise<void> {
  for (const counter of counters()) {
    const retryAfterMs = await counter.take(who, Date.now())
    if (retryAfterMs > 0)
      throw new ApiError('rate_limited', 'Those were too many tries. Wait a moment.', {
        retryAfterMs,
      })
  }
}
