import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError } from '@/lib/contract/errors'

/** `count` counts an attempt and answers 0, or the ms until the next one is allowed. */
export type LoginAttempts = { count(subject: string, now: number): Promise<number> }

export const maxLoginAttempts = 5
const maxSubjects = 10_000
const minute = 60_000

/** At most `max` attempts in any minute, wherever it begins. */
export function memoryLoginAttempts(max: number): LoginAttempts {
  const attempts = new LRUCache<string, number[]>({ max: maxSubjects })
  return {
    async count(subject, now) {
      const recent = (attempts.get(subject) ?? []).filter((at) => Math.abs(now - at) < minute)
      const [first] = recent
      if (first !== undefined && recent.length >= max) return first + minute - now
      attempts.set(subject, [...recent, now])
      return 0
    },
  }
}

/**
 * Counts an attempt at a password.
 * @param counters memory first: it turns a flood away before the database is queried
 * @throws ApiError `rate_limited` with `retryAfterMs`
 */
export async function requireLoginAttempt(
  counters: LoginAttempts[],
  subject: string,
): Promise<void> {
  for (const counter of counters) {
    const retryAfterMs = await counter.count(subject, Date.now())
    if (retryAfterMs > 0)
      throw new ApiError('rate_limited', 'Those were too many tries. Wait a moment.', {
        retryAfterMs,
      })
  }
}
