import * as z from 'zod/mini'
import { createStored } from '../browser/stored'

/** `untilMs`: nothing leaves the queue before, in ms since 1970. `refusals`: how many came in a row. */
const schema = z.object({
  untilMs: z.number(),
  refusals: z.number(),
  /** How long the last wait was. Earlier versions did not write it. */
  waitMs: z.optional(z.number()),
})

export type StoredBackoff = z.infer<typeof schema>

const none: StoredBackoff = { untilMs: 0, refusals: 0 }
const firstMs = 2_000
const maxMs = 60_000

/** Krea is busy: the whole queue of this browser waits, in every tab. The key is stored data. */
export const queueBackoff = createStored<StoredBackoff>('queue-hold', schema, none)

/** An end further away than the whole wait is of a clock that was set back since: the wait is over. */
export const boundBackoff = (stored: StoredBackoff, now: number): StoredBackoff =>
  stored.untilMs - now > (stored.waitMs ?? maxMs) ? { ...stored, untilMs: now } : stored

/** The backoff as it is now. */
export function readBackoff(now: number): StoredBackoff {
  const stored = queueBackoff.read()
  const bounded = boundBackoff(stored, now)
  if (bounded !== stored) queueBackoff.write(bounded)
  return bounded
}

/** The backoff after one more refusal: doubling waits, never shorter than the server asks for. */
export function nextBackoff(before: StoredBackoff, now: number, retryAfterMs = 0): StoredBackoff {
  // Refusals of requests that were sent together count once.
  const refusals = now < before.untilMs ? before.refusals : before.refusals + 1
  const wait = Math.max(retryAfterMs, Math.min(firstMs * 2 ** (refusals - 1), maxMs))
  const untilMs = Math.max(before.untilMs, now + wait)
  return { untilMs, refusals, waitMs: untilMs - now }
}

export const extendBackoff = (now: number, retryAfterMs?: number): void =>
  queueBackoff.write(nextBackoff(readBackoff(now), now, retryAfterMs))

/** Krea takes jobs again. */
export function clearBackoff(): void {
  if (queueBackoff.read().refusals > 0) queueBackoff.write(none)
}
