import 'server-only'
import type { JobError } from '../contract/jobs'
import { memberOf, plainObject, sentence } from './json'
import { hasUnreadableResult } from './results'
import type { JobWire } from './wire'

/** Short codes of Krea's in words, for where it gives no sentence. */
const reasons = new Map([
  ['nsfw', 'Krea’s content filter stopped this picture.'],
  ['ip_detected', 'Krea found a protected brand or character in this request.'],
])

/** Why a job gave no picture. Krea bills completed jobs only. */
export function jobErrorOf(wire: JobWire): JobError {
  const found = reasonIn(wire.error) ?? reasonIn(memberOf(wire.result, 'error')) ?? besideOf(wire)
  if (found) return { ...describe(found), charged: isCompleted(wire) ? 'unknown' : 'no' }
  if (!isCompleted(wire))
    return {
      code: 'no_reason',
      message: 'Krea failed this job without giving a reason.',
      charged: 'no',
    }
  return {
    code: 'no_picture',
    message: hasUnreadableResult(wire)
      ? 'Krea finished the job, but not with an address that can be read.'
      : 'Krea returned no picture, usually because of its content filter.',
    charged: 'unknown',
  }
}

export const hasError = (wire: JobWire): boolean =>
  reasonIn(wire.error) !== null || reasonIn(memberOf(wire.result, 'error')) !== null

const isCompleted = ({ status }: JobWire) => !/fail|error/i.test(status)

type Reason = { code: string | null; message: string | null }

/** `"nsfw"`, `"A sentence."`, `{code, message}`, `{detail}`, or a list of these. */
function reasonIn(value: unknown): Reason | null {
  if (Array.isArray(value)) return value.map(reasonIn).find((reason) => reason !== null) ?? null
  if (isCode(value)) return { code: value, message: null }
  const object = plainObject(value)
  const code = [object?.code, object?.type, object?.name].find(isCode) ?? null
  const message = sentence(value) ?? messageIn(value)
  return code === null && message === null ? null : { code, message }
}

const messageNames = [
  'message',
  'detail',
  'msg',
  'reason',
  'error',
  'description',
  'title',
] as const

function messageIn(value: unknown, depth = 0): string | null {
  const object = plainObject(value)
  if (object === null) return null
  const members = messageNames.map((name) => object[name])
  return (
    members.map(sentence).find((text) => text !== null) ??
    (depth < 2 ? members.flat().map((member) => messageIn(member, depth + 1)) : []).find(
      (text) => text !== null,
    ) ??
    null
  )
}

/** Beside the job's own members: `{status: "failed", message: "…"}`. */
const besideOf = (wire: JobWire): Reason | null =>
  reasonIn({
    message: messageIn({ ...wire, error: null }) ?? messageIn(wire.result),
    code: wire.code ?? wire.error_code,
  })

function describe({ code, message }: Reason): Omit<JobError, 'charged'> {
  return {
    code: code ?? 'failed',
    message: message ?? reasons.get(code ?? '') ?? `Krea stopped the job: ${code}.`,
  }
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]{1,100}$/.test(value)
