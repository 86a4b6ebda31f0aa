import 'server-only'
import type { Job } from '../contract/jobs'
import { hasError, jobErrorOf } from './job-error'
import { memberOf, sentence } from './json'
import { phaseOf } from './phase'
import { imagesOf } from './results'
import type { JobWire } from './wire'

/** Krea's job as the other rooms know it. `now` is ms since 1970, and stands in for a missing time. */
export function toJob(wire: JobWire, now: number): Job {
  const styleId = sentence(memberOf(wire.result, 'style_id'))
  const hasResult = styleId !== null || imagesOf(wire, true).length > 0
  const phase = phaseOf(wire, { hasResult, hasError: hasError(wire) }, now)
  return {
    id: wire.job_id,
    status: wire.status,
    phase,
    createdAt: isoTime(wire.created_at) ?? new Date(now).toISOString(),
    completedAt: isoTime(wire.completed_at),
    images: imagesOf(wire, phase === 'succeeded'),
    ...(wire.type ? { external: /^external/i.test(wire.type) } : {}),
    ...(styleId === null ? {} : { styleId }),
    error: phase === 'failed' ? jobErrorOf(wire) : null,
  }
}

function isoTime(value: string | null | undefined): string | null {
  const time = Date.parse(value ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
