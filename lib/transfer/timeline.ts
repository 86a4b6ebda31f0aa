import type { LoggedRequest, UpstreamAttempt } from '../api/request-log'

/** A row of a job's timeline: a request of this page, or the server's own request to Krea. */
export type TimelineRow = {
  key: string
  side: 'page' | 'krea'
  /** ms since the first request */
  at: number
  ms: number
  label: string
  status: number | null
  /** Why it failed and whether it was retried; empty for a success. */
  note: string
}

/** @param requests in order */
export function createTimeline(requests: LoggedRequest[]): TimelineRow[] {
  const start = requests[0]?.at ?? 0
  return requests.flatMap((request, index) => [
    {
      key: `${index}`,
      side: 'page' as const,
      at: request.at - start,
      ms: request.ms,
      label: `${request.method} ${shortenPath(request.path)}`,
      status: request.status,
      note: noteOf(request.code, index < requests.length - 1),
    },
    ...request.attempts.map((attempt, attemptIndex) => ({
      key: `${index}.${attemptIndex}`,
      side: 'krea' as const,
      at: request.at - start + attempt.start,
      ms: attempt.ms,
      label: `${attempt.method} ${shortenPath(attempt.path)}`,
      status: attempt.status,
      note: noteOf(attempt.code, isRepeated(attempt, request.attempts[attemptIndex + 1])),
    })),
  ])
}

const isRepeated = (attempt: UpstreamAttempt, next?: UpstreamAttempt): boolean =>
  next?.method === attempt.method && next.path === attempt.path

function noteOf(code: string | null, again: boolean): string {
  if (code === null) return ''
  return again ? `${code}: tried again` : code
}

/** Leaves out lists of ids and long addresses. */
function shortenPath(path: string): string {
  const ids = path.match(/\?ids=([^&]*)/)?.[1]
  if (ids) return path.replace(/\?ids=.*/, `?ids=… (${ids.split(',').length})`)
  return path.replace(/\?url=.*/, '?url=…')
}
