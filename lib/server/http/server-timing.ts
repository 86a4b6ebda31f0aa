import 'server-only'
import type { Attempt } from '@/lib/krea/request'

/** The answer to a page must not grow without bound. */
const mostTold = 20

const attempts = new WeakMap<Request, Attempt[]>()

/** Notes what was sent to Krea on behalf of a request. */
export function recordUpstreamAttempt(request: Request, attempt: Attempt): void {
  const noted = attempts.get(request) ?? []
  if (noted.length < mostTold) noted.push(attempt)
  attempts.set(request, noted)
}

/**
 * The `Server-Timing` header of a request's answer: each attempt at Krea, its start counted from
 * `startedAt`; `null` when there was none. Source: https://www.w3.org/TR/server-timing/
 */
export function serverTiming(request: Request, startedAt: number): string | null {
  const noted = attempts.get(request)
  return noted?.map((attempt) => metric(attempt, startedAt)).join(', ') ?? null
}

function metric({ method, path, at, ms, status, code }: Attempt, startedAt: number): string {
  const parts = [
    'krea',
    `dur=${ms}`,
    `start=${Math.max(0, at - startedAt)}`,
    ...(status === null ? [] : [`status=${status}`]),
    ...(code === null ? [] : [`code=${code}`]),
    `desc="${method} ${path.replaceAll(/[^\w./?=&%-]/g, '')}"`,
  ]
  return parts.join(';')
}
