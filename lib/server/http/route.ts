import 'server-only'
import { ApiError, toProblem } from '@/lib/contract/errors'
import { type Access, requireAccess } from '../access/gate'
import { newcomerCookie } from '../access/principal'
import { log } from '../log'
import { requireSameOrigin } from './origin'
import { serverTiming } from './server-timing'

export type Asked<Params> = { request: Request; requestId: string; params: Params }

type Options = {
  access?: Access
  /** Stands for a path that holds a secret. */
  loggedAs?: string
}

type RouteContext<Params> = { params: Promise<Params> }

/**
 * Wraps every route: same-origin check, the gate, request id, problem answers, one log line. The
 * handler answers a Response, or a value to be sent as JSON, and throws ApiError. A route that does
 * not say who may call it is for those who may spend.
 */
export function route<Params = Record<never, never>>(
  handle: (asked: Asked<Params>) => Promise<unknown>,
  { access = 'unlocked', loggedAs }: Options = {},
) {
  return async (request: Request, context: RouteContext<Params>): Promise<Response> => {
    const started = performance.now()
    const startedAt = Date.now()
    const requestId = crypto.randomUUID()
    const answer = await answerOf(handle, access, request, requestId, context)
    answer.response.headers.set('X-Request-Id', requestId)
    answer.response.headers.set('X-Content-Type-Options', 'nosniff')
    const timing = serverTiming(request, startedAt)
    if (timing) answer.response.headers.set('Server-Timing', timing)
    const cookie = await newcomerCookie(request)
    if (cookie) answer.response.headers.append('Set-Cookie', cookie)
    const { status } = answer.response
    log()[levelOf(request, status)](
      {
        requestId,
        method: request.method,
        path: loggedAs ?? new URL(request.url).pathname,
        status,
        ms: Math.round(performance.now() - started),
        ...(answer.error && { code: answer.error.code, ...detailOf(answer.error) }),
      },
      'request',
    )
    return answer.response
  }
}

/** Polls that go well are many and say little. */
function levelOf({ method }: Request, status: number) {
  if (status >= 500) return 'error'
  return method === 'GET' && status < 400 ? 'debug' : 'info'
}

type Outcome = { response: Response; error?: ApiError }

async function answerOf<Params>(
  handle: (asked: Asked<Params>) => Promise<unknown>,
  access: Access,
  request: Request,
  requestId: string,
  context: RouteContext<Params>,
): Promise<Outcome> {
  try {
    requireSameOrigin(request)
    await requireAccess(request, access)
    const answer = await handle({ request, requestId, params: await context.params })
    return { response: answer instanceof Response ? answer : json(answer) }
  } catch (thrown) {
    const error =
      thrown instanceof ApiError ? thrown : new ApiError('internal', undefined, { cause: thrown })
    return { response: problem(error, requestId), error }
  }
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  const response = Response.json(value, init)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}

export function problem(error: ApiError, requestId: string, status = error.status): Response {
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

/** The stack is for our own mistakes; of others' the reason is enough. */
function detailOf({ code, cause }: ApiError): { detail?: string } {
  if (!(cause instanceof Error)) return {}
  const deeper = cause.cause instanceof Error ? `: ${cause.cause.message}` : ''
  return { detail: code === 'internal' ? cause.stack : `${cause.message}${deeper}`.slice(0, 300) }
}
