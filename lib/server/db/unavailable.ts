import 'server-only'
import { ApiError, isApiError } from '@/lib/contract/errors'

/** Databases come back within seconds, or a person has to look. */
const retryAfterMs = 5_000
const maxDepth = 5

/**
 * States in which nobody's request is wrong: no connection, no login, no space, shutting down, too slow, a
 * lock not given. Source: PostgreSQL, appendix A. 25P03 and 25P04 are time limits, 25006 is a standby.
 */
const laterStates = /^(08|28|3D|40|53|57|58|XX)...$|^55(P03|000)$|^25(P03|P04|006)$/
const driverCodes = /^(CONNECTION_|CONNECT_TIMEOUT$)/
const networkCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)$/

type Unavailable = {
  /** For visitors. */
  message: string
  /** For whoever hosts it. */
  detail: string
  retryAfterMs?: number
  cause?: unknown
}

/** The ledger cannot be used now. */
export const unavailable = (why: Unavailable): ApiError =>
  new ApiError('unavailable', why.message, {
    retryAfterMs: why.retryAfterMs ?? retryAfterMs,
    cause: new Error(why.detail, { cause: why.cause }),
  })

/** What a database throws while nothing can be done with it; `null` for anything else. */
export function toUnavailable(thrown: unknown): ApiError | null {
  if (isApiError(thrown)) return thrown.code === 'unavailable' ? thrown : null
  if (!isOfDatabase(thrown)) return null
  return new ApiError(
    'unavailable',
    'The ledger of this playground cannot be read or written just now: nothing was done. Try again in a moment.',
    { retryAfterMs, cause: thrown },
  )
}

function isOfDatabase(thrown: unknown): boolean {
  const codes = codesOf(thrown)
  if (codes.some((code) => laterStates.test(code) || driverCodes.test(code))) return true
  return isNearDatabase(thrown) && codes.some((code) => networkCodes.test(code))
}

/** Drizzle's errors hold their query; a connection's own error is thrown as it is. */
const isNearDatabase = (thrown: unknown): boolean =>
  thrown instanceof Error && ('query' in thrown || ('code' in thrown && 'syscall' in thrown))

/** SQLSTATEs and codes of Node, from the outermost error to its first cause. */
export function codesOf(thrown: unknown): string[] {
  const codes: string[] = []
  let error = thrown
  for (let depth = 0; depth < maxDepth && error instanceof Error; depth++) {
    if ('code' in error && typeof error.code === 'string') codes.push(error.code)
    error = error.cause
  }
  return codes
}
