import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { memoryRateLimiter, type RateLimiter } from '../access/rate-limit'

/** A minute. Two hundred followers of one link poll once a second where streams are cut. */
const perMinute = { guestReads: 1_800, linkReads: 40_000, guestVerdicts: 240, linkVerdicts: 6_000 }
/** Of one address: a whole company may have one. */
const guestsPerMinute = 600
const missesPerMinute = 120

/** Rates per guest and per link, of this process. */
export function createReviewRates() {
  const guestReads = memoryRateLimiter(perMinute.guestReads)
  const linkReads = memoryRateLimiter(perMinute.linkReads)
  const guestVerdicts = memoryRateLimiter(perMinute.guestVerdicts)
  const linkVerdicts = memoryRateLimiter(perMinute.linkVerdicts)
  const newGuests = memoryRateLimiter(guestsPerMinute)
  const misses = memoryRateLimiter(missesPerMinute)

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

    /** Somebody guesses links. Whoever knows one is not kept from it by others at the same address. */
    requireFewMisses: (address: string, now: number) => requireRate(misses, address, now),
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
