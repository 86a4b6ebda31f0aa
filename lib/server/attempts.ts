import 'server-only'
import { ApiError } from '../errors'
import { BoundedMap } from './bounded-map'
import { shared } from './shared'

/** `take` counts a try and answers 0, or the ms until the next one may come. */
export type Attempts = { take(who: string, now: number): number }

const mostAddresses = 10_000
const minute = 60_000

/** At most `most` tries in any minute, wherever it begins. */
export function createAttempts(most: number): Attempts {
  const tries = new BoundedMap<string, number[]>(mostAddresses)
  return {
    take(who, now) {
      const recent = (tries.get(who) ?? []).filter((at) => now - at < minute)
      const [first] = recent
      if (first !== undefined && recent.length >= most) return first + minute - now
      tries.set(who, [...recent, now])
      return 0
    },
  }
}

const attempts = shared('attempts', () => createAttempts(5))

/** Counts a try at a password. @throws ApiError `rate_limited` with `retryAfterMs` */
export function requireAttempt(who: string): void {
  const retryAfterMs = attempts().take(who, Date.now())
  if (retryAfterMs === 0) return
  throw new ApiError('rate_limited', 'Those were too many tries. Wait a moment.', { retryAfterMs })
}
