import { type Charged, type ErrorCode, errorTable } from '../contract/errors'
import type { Failure } from './record'

/**
 * The one action that helps. `wait`: a `retry` from `untilMs` on, in ms since 1970, `waitMs` after the failure.
 * `unlock`: for a page that was loaded before the failure `at`; a page loaded since is unlocked, and `next` helps.
 */
export type Remedy =
  | { kind: 'retry' | 'send-again' | 'edit' | 'edit-webhook' | 'look-again' | 'top-up' }
  | { kind: 'unlock'; at: number; next: { kind: 'retry' | 'look-again' } }
  | { kind: 'wait'; untilMs: number; waitMs: number }
  | { kind: 'replace'; model: string }

export type FailureCard = { sentence: string; charged: string; remedy: Remedy }

/** The text of a failed tile: the reason, the charge and the action that helps. */
export function failureCard(failure: Failure, accepted: boolean): FailureCard {
  return {
    sentence: sentenceOf(failure),
    charged: chargedSentences[failure.charged],
    remedy: remedyOf(failure, accepted),
  }
}

/** They begin a line that a narrow tile cuts at about 20 letters. */
const chargedSentences: Record<Charged, string> = {
  no: 'Not charged.',
  yes: 'Charged.',
  unknown: 'Possibly charged.',
}

/** Krea's own codes for failed jobs. For others Krea's message is shown. */
const jobSentences: Record<string, string> = {
  nsfw: 'Krea’s content filter stopped this picture.',
  ip_detected: 'Krea found a protected brand or character in this request.',
}

const checkedSentence =
  'Checked: Krea’s latest jobs do not include it. It may still run and be billed.'

function sentenceOf({ code, message, checked }: Failure): string {
  if (code === 'submit_unknown' && checked) return checkedSentence
  const sentence = jobSentences[code] ?? message
  if (sentence.trim() !== '') return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
  return isErrorCode(code) ? `${errorTable[code].title}.` : `Krea failed this job: ${code}.`
}

function remedyOf(failure: Failure, accepted: boolean): Remedy {
  const { code, at, retryAfterMs, replacement, field } = failure
  const mayHaveJob = accepted || failure.charged === 'unknown'
  if (!isErrorCode(code)) return { kind: code in jobSentences ? 'edit' : 'retry' }
  switch (code) {
    case 'rate_limited':
      return wait(at, retryAfterMs ?? 10_000)
    case 'unavailable':
    case 'krea_unavailable':
      return retryAfterMs ? wait(at, retryAfterMs) : { kind: 'retry' }
    case 'submit_unknown':
      return { kind: failure.checked ? 'send-again' : 'look-again' }
    case 'krea_timeout':
    case 'not_found':
    case 'krea_bad_answer':
    case 'krea_token_rejected':
    case 'internal':
      return { kind: accepted ? 'look-again' : 'retry' }
    case 'forbidden':
      return { kind: mayHaveJob ? 'look-again' : 'retry' }
    case 'invalid_request':
      return { kind: field === 'webhookUrl' ? 'edit-webhook' : 'edit' }
    case 'invalid_input':
    case 'unknown_model':
    case 'too_large':
    case 'unsupported_media':
      return { kind: 'edit' }
    case 'model_retired':
      return replacement ? { kind: 'replace', model: replacement } : { kind: 'edit' }
    case 'krea_balance_empty':
      return { kind: 'top-up' }
    case 'locked':
    case 'wrong_password':
      return { kind: 'unlock', at, next: { kind: mayHaveJob ? 'look-again' : 'retry' } }
    case 'budget_exceeded':
    case 'review_ended':
    case 'review_closed':
    case 'pick_limit':
      return { kind: 'retry' }
    default:
      return code satisfies never
  }
}

const wait = (at: number, waitMs: number): Remedy => ({
  kind: 'wait',
  untilMs: at + waitMs,
  waitMs,
})

/** Whether the same attempt may succeed later, unchanged. */
export const isRetryable = ({ code }: Failure): boolean =>
  isErrorCode(code) && errorTable[code].retryable

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code)
