import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { memoryRateLimiter, type RateLimiter } from '../access/rate-limit'

/** A minute. Two hundred followers of one link poll once a second where streams are cut. */
const perMinute = { guestReads: 1_800, linkReads: 40_000, guestVerdicts: 240, linkVerdicts: 6_000 }
const guestsPerMinute = { address: 120 }
const missesPerMinute = 120

/** Rates per guest and per link, of this process. */
export function createReviewRates() {
  const guestReads = memoryRateLimiter(perMinute.guestReads)
  const linkReads = memoryRateLimiter(perMinute.linkReads)
  const guestVerdicts = memoryRateLimiter(perMinute.guestVerdicts)
  const linkVerdicts = memoryRateLimiter(perMinute.linkVerdicts)
  const newGuests = memoryRateLimiter(guestsPerMinute.address)
  const misses = memoryRateLimiter(missesPerMinute)
  /** When an address that knew no link may try again. */
  const blockedUntil = new Map<string, number>()

  return {
    async requireFewReads(reviewId: string, guestId: string | null, now: number): Promise<void> {
      await requireRate(linkReads, reviewId, now)
      if (guestId !== null) await requireRate(guestReads, guestId, now)
    },

    async requireFewVerdicts(reviewId: string, guestId: string, now: number): Promise<void> {
      await requireRate(guestVerdicts, guestId, now)
      await requireRate(linkVerdicts, reviewId, now)
    },

    requireFewNewGuests: (address: string, now: number) => requireRate(newGuests, address, now),

    /** Somebody guesses links. */
    async countMiss(address: string, now: number): Promise<void> {
      const waitMs = await misses.count(address, now)
      if (waitMs > 0) blockedUntil.set(address, now + waitMs)
    },

    async requireFewMisses(address: string, now: number): Promise<void> {
      const waitMs = (blockedUntil.get(address) ?? 0) - now
      if (waitMs > 0) throw tooMany(waitMs)
      blockedUntil.delete(address)
    },
  }
}

async function requireRate(limiter: RateLimiter, subject: string, now: number): Promise<void> {
  const retryAfterMs = await limiter.count(subject, now)
  if (retryAfterMs > 0) throw tooMany(retryAfterMs)
}

const tooMany = (retryAfterMs: number) =>
  new ApiError('rate_limited', 'That is more at once than a review takes. Wait a moment.', {
    retryAfterMs,
  })
