import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError } from '@/lib/contract/errors'
import { networkOf } from '../http/client-address'

export type LoginLimit = {
  subject: string
  /** Attempts in any minute, wherever it begins. */
  max: number
}

/** `count` counts an attempt and answers 0, or the ms until the next one is allowed. */
export type LoginAttempts = { count(limit: LoginLimit, now: number): Promise<number> }

/**
 * By address, by its provider's or household's network, and in all: whoever has many addresses tries as
 * slowly. A refused attempt does not count for what is wider, so that one address cannot lock others out.
 */
export const loginLimits = (path: string, address: string): LoginLimit[] => [
  { subject: `${path} ${address}`, max: 5 },
  { subject: `${path} ${networkOf(address)}`, max: 50 },
  { subject: path, max: 200 },
]

const maxSubjects = 10_000
const minute = 60_000

export function memoryLoginAttempts(): LoginAttempts {
  const attempts = new LRUCache<string, number[]>({ max: maxSubjects })
  return {
    async count({ subject, max }, now) {
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
  limits: LoginLimit[],
): Promise<void> {
  for (const [counter, limit] of counters.flatMap((one) =>
    limits.map((limit) => [one, limit] as const),
  )) {
    const retryAfterMs = await counter.count(limit, Date.now())
    if (retryAfterMs > 0)
      throw new ApiError('rate_limited', 'Too many attempts.', {
        retryAfterMs,
      })
  }
}
