import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { ledgerIfOn } from '../db/connection'
import { env } from '../env'
import { shared } from '../shared'
import { visitorOf } from './principal'
import { ledgerRateLimiter } from './rate-limit-db'

/** Counts submissions a minute; a database may stand behind it as well as memory. */
export type RateLimiter = {
  /** ms until the subject may go on; 0 when this one was counted. */
  take(subject: string, now: number): Promise<number>
}

const mostVisitors = 10_000
const minute = 60_000

/** A bucket of `perMinute` tokens a visitor, which fills up evenly. */
export function memoryRateLimiter(perMinute: number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / minute
  return {
    async take(visitor, now) {
      const bucket = buckets.get(visitor) ?? { tokens: perMinute, at: now }
      const tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMs)
      const left = tokens >= 1 ? tokens - 1 : tokens
      buckets.delete(visitor)
      buckets.set(visitor, { tokens: left, at: now })
      const [oldest] = buckets.keys()
      if (buckets.size > mostVisitors && oldest !== undefined) buckets.delete(oldest)
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs)
    },
  }
}

/** Memory first: it turns a flood away before the database hears of it. */
const limiters = shared('rateLimiters', () => {
  const { submissionsPerMinute } = env()
  const books = ledgerIfOn()
  const own = memoryRateLimiter(submissionsPerMinute)
  return books ? [own, ledgerRateLimiter(books.database, submissionsPerMinute)] : [own]
})

/**
 * A visitor may drop cookies and an address may change: each has the same limit.
 * @throws ApiError `rate_limited` with `retryAfterMs`
 */
export async function requireWithinLimit(request: Request): Promise<void> {
  const { visitorId, address } = await visitorOf(request)
  for (const limiter of limiters())
    for (const subject of [`address ${address}`, `visitor ${visitorId}`]) {
      const retryAfterMs = await limiter.take(subject, Date.now())
      if (retryAfterMs > 0) throw tooMany(retryAfterMs)
    }
}

const tooMany = (retryAfterMs: number) =>
  new ApiError('rate_limited', 'That is more than this playground takes from one visitor.', {
    retryAfterMs,
  })
