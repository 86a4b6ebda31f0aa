import 'server-only'

const baseMs = 500
const maxMs = 8_000

/** How long to wait before attempt `attempt + 1`: doubling, with jitter so that callers spread. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(maxMs, baseMs * 2 ** attempt)
  return Math.round(full * (0.5 + random() / 2))
}

/**
 * A `Retry-After` header in ms from `now`: seconds or an HTTP date; `null` when there is none or
 * it is not understood. Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1_000
  return Number.isFinite(wait) ? Math.max(0, Math.round(wait)) : null
}
