import 'server-only'
import type { ApiError } from '@/lib/contract/errors'
import { toProblem } from '@/lib/contract/problem'

export function jsonAnswer(value: unknown, init: ResponseInit = {}): Response {
  const response = Response.json(value, init)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}

/** RFC 9457. @param status where it is not the code's own */
export function problemAnswer(
  error: ApiError,
  requestId: string,
  status: number = toProblem(error, requestId).status,
): Response {
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
  if (error.retryAfterMs !== undefined)
    headers.set('Retry-After', String(Math.ceil(error.retryAfterMs / 1_000)))
  return new Response(JSON.stringify({ ...toProblem(error, requestId), status }), {
    status,
    headers,
  })
}
