import type { Attempt, LoggedRequest } from '../api/request-log'

/** A line of a job's timeline: a request of this page, or an attempt at Krea on its behalf. */
export type TimelineRow = {
  key: string
  side: 'page' | 'krea'
  /** ms since the first request */
  at: number
  ms: number
  what: string
  status: number | null
  /** Why it failed, and what came of that, in words; empty when it went well. */
  note: string
}

/** @param exchanges in order */
export function timelineOf(exchanges: LoggedRequest[]): TimelineRow[] {
  const start = exchanges[0]?.at ?? 0
  return exchanges.flatMap((exchange, index) => [
    {
      key: `${index}`,
      side: 'page' as const,
      at: exchange.at - start,
      ms: exchange.ms,
      what: `${exchange.method} ${short(exchange.path)}`,
      status: exchange.status,
      note: noteOf(exchange.code, index < exchanges.length - 1),
    },
    ...exchange.attempts.map((attempt, turn) => ({
      key: `${index}.${turn}`,
      side: 'krea' as const,
      at: exchange.at - start + attempt.start,
      ms: attempt.ms,
      what: `${attempt.method} ${short(attempt.path)}`,
      status: attempt.status,
      note: noteOf(attempt.code, isRepeated(attempt, exchange.attempts[turn + 1])),
    })),
  ])
}

const isRepeated = (attempt: Attempt, next?: Attempt): boolean =>
  next?.method === attempt.method && next.path === attempt.path

function noteOf(code: string | null, again: boolean): string {
  if (code === null) return ''
  return again ? `${code}: tried again` : code
}

/** Many ids and long addresses say little. */
function short(path: string): string {
  const ids = path.match(/\?ids=([^&]*)/)?.[1]
  if (ids) return path.replace(/\?ids=.*/, `?ids=… (${ids.split(',').length})`)
  return path.replace(/\?url=.*/, '?url=…')
}
