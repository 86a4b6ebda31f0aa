import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError } from '@/lib/contract/errors'
import { type LimitedBy, limitSubjects } from './principal'

/** Counts submissions a minute, in memory or in a database. */
export type RateLimiter = {
  /** Counts a submission and answers 0, or the ms until the next one is allowed. */
  count(subject: string, now: number): Promise<number>
}

const maxVisitors = 10_000
const minute = 60_000

/** A bucket of `perMinute` tokens a visitor, which fills up evenly. */
export function memoryRateLimiter(perMinute: number): RateLimiter {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: maxVisitors })
  const perMs = perMinute / minute
  return {
    async count(visitor, now) {
      const bucket = buckets.get(visitor) ?? { tokens: perMinute, at: now }
      // The clock may have been set back since.
      const passed = Math.max(0, now - bucket.at)
      const tokens = Math.min(perMinute, bucket.tokens + passed * perMs)
      const remaining = tokens >= 1 ? tokens - 1 : tokens
      buckets.set(visitor, { tokens: remaining, at: now })
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs)
    },
  }
}

/**
 * A visitor may drop cookies and an address may change: each has the same limit.
 * @param limiters memory first: it turns a flood away before the database is queried
 * @param what is counted by itself, where it is no submission
 * @throws ApiError `rate_limited` with `retryAfterMs`
 */
export async function requireWithinRateLimit(
  limiters: RateLimiter[],
  principal: LimitedBy,
  what?: 'upload' | 'review',
): Promise<void> {
  for (const limiter of limiters)
    for (const subject of limitSubjects(principal)) {
      const retryAfterMs = await limiter.count(what ? `${what} ${subject}` : subject, Date.now())
      if (retryAfterMs > 0) throw tooMany(retryAfterMs)
    }
}

const tooMany = (retryAfterMs: number) =>
  new ApiError('rate_limited', 'That is more than this playground takes from one visitor.', {
    retryAfterMs,
  })
