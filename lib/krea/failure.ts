import 'server-only'
import { ApiError, type FieldIssue } from '../contract/errors'
import { readComplaint } from './complaint'
import { fieldNamedIn } from './named-field'
import { retryAfterMs } from './retry'

/**
 * The purpose of a request decides how its failure is read: only a submission can cost money. A change
 * made twice is the same change.
 */
export type Purpose = 'read' | 'change' | 'submit' | 'upload'

/** The body as it was sent, to find the field that a refusal is about. */
export type Sent = { input: Record<string, unknown>; fieldNames?: string[] }

type Refusal = {
  status: number
  headers: Headers
  body: string
  purpose: Purpose
  now: number
  sent?: Sent
}

/** Krea was never seen to send `Retry-After`: the wait in ms where it does not. */
const assumedWaitMs = 1_000

/** An answer that is not 2xx, as the one error that crosses rooms, with Krea's own status and sentence. */
export function refusalError(refusal: Refusal): ApiError {
  const { message } = readComplaint(refusal.body)
  const error = errorFor(refusal)
  error.krea = { status: refusal.status, ...(message === null ? {} : { message }) }
  return error
}

function errorFor({ status, headers, body, purpose, now, sent }: Refusal): ApiError {
  const { message, fields, replacement, sunset } = readComplaint(body)
  const cause = new Error(`Krea answered ${status}`)
  const wait = retryAfterMs(headers.get('retry-after'), now)
  switch (status) {
    case 401:
    case 403:
      if (status === 403 && purpose === 'change')
        return new ApiError('forbidden', message ?? 'Only its owner may change this.', { cause })
      return new ApiError(
        'krea_token_rejected',
        'Krea does not accept the token of this playground. Whoever hosts it has to check it.',
        { cause },
      )
    case 402:
      return new ApiError(
        'krea_balance_empty',
        'Your Krea balance is empty. Add funds at krea.ai, then try again.',
        { cause },
      )
    case 404:
      return purpose === 'submit'
        ? new ApiError('unknown_model', 'Krea does not know this model any more.', { cause })
        : new ApiError('not_found', 'Krea has no such job or asset.', { cause })
    case 408:
      return lateFailure(purpose, cause)
    case 410:
      return new ApiError('model_retired', formatRetirement(sunset, replacement), {
        replacement: replacement ?? undefined,
        cause,
      })
    case 413:
      return new ApiError('too_large', message ?? 'Krea finds this too large.', { cause })
    case 415:
      return new ApiError('unsupported_media', message ?? undefined, { cause })
    case 429:
      return new ApiError('rate_limited', 'Krea is busy with your other jobs.', {
        retryAfterMs: wait ?? assumedWaitMs,
        cause,
      })
  }
  if (status >= 500)
    return purpose === 'submit'
      ? submitUnknown(cause, status)
      : unreachable(cause, wait ?? undefined)
  if (status >= 400 && purpose !== 'read')
    return new ApiError('invalid_input', message ?? 'Krea refused these settings.', {
      fields: issuesOf(message, fields, sent),
      cause,
    })
  if (status >= 300 && status < 400)
    return new ApiError(
      'krea_bad_answer',
      'Krea’s address sends us elsewhere, and we do not follow. Check KREA_API_BASE_URL.',
      { cause },
    )
  return unreadable(purpose, cause)
}

function issuesOf(message: string | null, fields: FieldIssue[], sent?: Sent) {
  const all = fields.length > 0 ? fields : message === null ? [] : [{ path: '', message }]
  const named = all.map(({ path, message }) => ({
    path: path || (sent && fieldNamedIn(message, sent.input, sent.fieldNames)) || '',
    message,
  }))
  return fields.length > 0 || named.some(({ path }) => path !== '') ? named : undefined
}

function formatRetirement(sunset: string | null, replacement: string | null): string {
  const since = sunset ? ` on ${sunset.slice(0, 10)}` : ''
  return `Krea retired this model${since}.${replacement ? ` Use ${replacement} instead.` : ''}`
}

/** No answer, or one that breaks off: a submission may have been taken all the same. */
export function lostFailure(purpose: Purpose, cause: unknown, retryAfterMs?: number): ApiError {
  return purpose === 'submit' ? submitUnknown(cause) : unreachable(cause, retryAfterMs)
}

/** Nothing was sent, or nothing that could cost money. */
export function unreachable(cause: unknown, retryAfterMs?: number): ApiError {
  const message = 'Krea cannot be reached just now.'
  return new ApiError('krea_unavailable', message, { retryAfterMs, cause })
}

/** No answer in time. */
export function lateFailure(purpose: Purpose, cause: unknown): ApiError {
  if (purpose === 'submit') return submitUnknown(cause)
  return new ApiError('krea_timeout', undefined, { cause })
}

/** A success whose body we cannot read: HTML, empty, cut off, or of another shape. */
export function unreadable(purpose: Purpose, cause: unknown): ApiError {
  if (purpose === 'submit') return submitUnknown(cause)
  return new ApiError('krea_bad_answer', undefined, { cause })
}

function submitUnknown(cause: unknown, status?: number): ApiError {
  const reason = status === undefined ? 'No response arrived.' : `Krea answered ${status}.`
  return new ApiError('submit_unknown', `${reason} The job may still run and be billed.`, { cause })
}

const neverSentCodes = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Whether the connection failed before a byte of the request left. */
export function neverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && neverSentCodes.has(code)
}
