import 'server-only'
import type { Attempt } from '@/lib/krea/request'

/** The answer to a page must not grow without bound. */
const maxAttempts = 20

/** Records what is sent to Krea for one request, which started at `startedAt`. */
export function createServerTiming(startedAt: number) {
  const attempts: Attempt[] = []
  return {
    record(attempt: Attempt): void {
      if (attempts.length < maxAttempts) attempts.push(attempt)
    },
    /**
     * The `Server-Timing` header of the answer; `null` when nothing was sent.
     * Source: https://www.w3.org/TR/server-timing/
     */
    header: (): string | null =>
      attempts.length === 0
        ? null
        : attempts.map((attempt) => formatMetric(attempt, startedAt)).join(', '),
  }
}

function formatMetric(attempt: Attempt, startedAt: number): string {
  const { method, path, at, ms, status, code } = attempt
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
