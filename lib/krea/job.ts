import 'server-only'
import type { Job, JobError, Phase } from '../contract/jobs'
import type { JobWire } from './wire'

/** Krea's job as the rest of the house knows it. `now` stands in for a missing time, in ms. */
export function toJob(wire: JobWire, now: number): Job {
  const urls = [...new Set([...urlsIn(memberOf(wire.result, 'urls')), ...urlsIn(wire.urls)])]
  const phase = phaseOf(wire.status, urls)
  const kind = phase === 'succeeded' ? 'final' : 'preview'
  return {
    id: wire.job_id,
    status: wire.status,
    phase,
    createdAt: isoTime(wire.created_at) ?? new Date(now).toISOString(),
    completedAt: isoTime(wire.completed_at),
    images: urls.map((url) => ({ url, kind })),
    ...(wire.type ? { external: /^external/i.test(wire.type) } : {}),
    error: phase === 'failed' ? errorOf(wire) : null,
  }
}

/** A word we have never seen goes on: only Krea's three final words end a job. */
function phaseOf(status: string, urls: string[]): Phase {
  switch (status) {
    case 'completed':
      return urls.length > 0 ? 'succeeded' : 'failed'
    case 'failed':
    case 'cancelled':
      return status
    default:
      return 'pending'
  }
}

/** Seen live: `["…"]`, `[{type, url}]`, `{name: "…"}`. Nothing deeper is looked at. */
function urlsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return isWebAddress(value) ? [value] : []
  if (typeof value !== 'object' || value === null || depth > 2) return []
  if (!Array.isArray(value) && 'url' in value) return urlsIn(value.url, depth + 1)
  return Object.values(value).flatMap((item) => urlsIn(item, depth + 1))
}

const isWebAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)

/** What Krea's short codes mean; its own sentence is preferred where it gives one. */
const reasons: Record<string, string> = {
  nsfw: 'Krea’s content filter stopped this picture.',
  ip_detected: 'Krea found a protected brand or character in this request.',
}

function errorOf(wire: JobWire): JobError {
  if (wire.status === 'completed')
    return {
      code: 'no_picture',
      message:
        'Krea finished the job without a picture, as it does when its content filter steps in.',
      charged: 'unknown',
    }
  const found = wire.error ?? memberOf(wire.result, 'error')
  const code = text(memberOf(found, 'code')) ?? (isCode(found) ? found : null)
  const message = text(memberOf(found, 'message')) ?? (isCode(found) ? null : text(found))
  return {
    code: code ?? (message ? 'failed' : 'no_reason'),
    message:
      message ??
      reasons[code ?? ''] ??
      (code ? `Krea stopped the job: ${code}.` : 'Krea stopped the job and gave no reason.'),
    charged: 'no',
  }
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]+$/.test(value)

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : null

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(name)
}

function isoTime(value: string | null | undefined): string | null {
  const time = Date.parse(value ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
