import 'server-only'
import { type ApiError, type ErrorCode, isApiError } from '../contract/errors'
import { isTooManyBytes, readBounded } from '../read-bounded'
import {
  lateFailure,
  lostFailure,
  neverSent,
  type Purpose,
  refusalError,
  type Sent,
  unreachable,
  unreadable,
} from './failure'
import { redactor } from './redact'
import { backoffMs } from './retry'

export type Connection = {
  /** `https://api.krea.ai`, without a slash at its end; the token goes nowhere else. */
  baseUrl: string
  token: string | null
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** ms since 1970 */
  now: () => number
  /** in [0, 1) */
  random: () => number
  sleep: (ms: number) => Promise<void>
  /** Called after each attempt, to show where the time went. */
  onAttempt?: (attempt: Attempt) => void
}

/** One attempt at Krea, without what was sent. `at` is ms since 1970. */
export type Attempt = {
  method: string
  path: string
  at: number
  ms: number
  /** null when no answer came */
  status: number | null
  /** null when it went well */
  code: ErrorCode | null
}

export type Call = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Begins with a slash; made by the client alone, never by a visitor. */
  path: string
  purpose: Purpose
  headers?: Record<string, string>
  body?: string | FormData
  /** Lets a refusal name the field that it is about. */
  sent?: Sent
  /** Sent without the token, for public addresses. */
  anonymous?: boolean
  /** For one attempt, its body included. */
  attemptMs: number
  /** For all attempts and the waits between them. */
  totalMs: number
}

export type Answer = { status: number; headers: Headers; body: string }

const maxAttempts = { read: 3, change: 3, submit: 2, upload: 2 } satisfies Record<Purpose, number>
/** A longer wait is the visitor's to see, with a countdown. */
const maxWaitMs = 4_000
const maxBytes = 5_000_000

/**
 * Sends a call: reads and changes up to three times, anything else once, and once again only after a 429.
 * Answers 2xx and 304 only.
 * @throws ApiError for everything else
 */
export async function send(connection: Connection, call: Call): Promise<Answer> {
  const deadline = connection.now() + call.totalMs
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce(connection, call, deadline - connection.now())
    } catch (error) {
      if (!isApiError(error) || !mayRepeat(call, error)) throw error
      const wait = (error.retryAfterMs ?? 0) + backoffMs(attempt, connection.random)
      const late = wait > maxWaitMs || connection.now() + wait >= deadline
      if (late || attempt + 1 >= maxAttempts[call.purpose]) throw error
      await connection.sleep(wait)
    }
  }
}

function mayRepeat(call: Call, error: ApiError): boolean {
  const repeatable = call.purpose === 'read' || call.purpose === 'change'
  return error.code === 'rate_limited' || (repeatable && error.retryable)
}

async function sendOnce(connection: Connection, call: Call, remainingMs: number): Promise<Answer> {
  const { method, path } = call
  const at = connection.now()
  let status: number | null = null
  const report = (code: ErrorCode | null) =>
    connection.onAttempt?.({ method, path, at, ms: connection.now() - at, status, code })
  try {
    const answer = await attempt(connection, call, remainingMs, (seen) => {
      status = seen
    })
    report(null)
    return answer
  } catch (error) {
    report(isApiError(error) ? error.code : 'internal')
    throw error
  }
}

async function attempt(
  connection: Connection,
  call: Call,
  remainingMs: number,
  onStatus: (status: number) => void,
): Promise<Answer> {
  const { purpose } = call
  const signal = AbortSignal.timeout(Math.max(1, Math.min(call.attemptMs, remainingMs)))
  try {
    const response = await connection.fetch(connection.baseUrl + call.path, {
      method: call.method,
      headers: headersOf(connection, call),
      body: call.body,
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    const { status, headers } = response
    onStatus(status)
    const refused = status >= 300 && status < 500
    const body = await readText(response, connection.token).catch((error) => {
      if (refused) return ''
      throw error
    })
    if (response.ok || status === 304) return { status, headers, body }
    throw refusalError({ status, headers, body, purpose, now: connection.now(), sent: call.sent })
  } catch (error) {
    if (isApiError(error)) throw error
    if (isTooManyBytes(error)) throw unreadable(purpose, error)
    if (signal.aborted) throw lateFailure(purpose, error)
    throw neverSent(error) ? unreachable(error) : lostFailure(purpose, error)
  }
}

function headersOf({ token }: Connection, call: Call): Record<string, string> {
  return {
    Accept: 'application/json',
    ...call.headers,
    ...(token !== null && !call.anonymous ? { Authorization: `Bearer ${token}` } : {}),
  }
}

async function readText(response: Response, token: string | null): Promise<string> {
  const bytes = await readBounded(response.body, maxBytes)
  return redactor(token)(new TextDecoder().decode(bytes))
}
