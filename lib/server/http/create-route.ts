import 'server-only'
import type { Access, Contract, Parsed, Written } from '@/lib/contract/contract'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Attempt } from '@/lib/krea/request'
import { jsonAnswer, problemAnswer } from './answer'
import { readJson } from './body'
import { logRequest } from './log-request'
import { requireSameOrigin } from './origin'
import { readParams, readQuery } from './parts'
import { createServerTiming } from './server-timing'

/** What `createRoute` does not know itself: who asks, whether they may, and with which services. */
export type Guard<Context> = {
  admit(request: Request, access: Access, onAttempt: (attempt: Attempt) => void): Promise<Context>
  /** The `Set-Cookie` that lets a newcomer keep an identity; `null` for whoever has one. */
  identify(request: Request, context: Context): Promise<string | null>
}

/** What a handler gets, beside its context. */
type Call<C extends Contract> = {
  request: Request
  requestId: string
  params: Parsed<C, 'params'>
  query: Parsed<C, 'query'>
  /** Reads and checks the body. What has to come first can: counting an attempt, reading a header. */
  body: () => Promise<Parsed<C, 'body'>>
}

type Reply<Body> = Response | { body: Body; status?: number; headers?: Record<string, string> }

type Handler<C extends Contract, Context> = (
  call: Call<C> & Context,
) => Promise<Reply<Written<C, 'answer'>>>

/** The same without the types of the contract. */
type AnyCall = {
  request: Request
  requestId: string
  params: unknown
  query: unknown
  body: () => Promise<unknown>
}

type Options = {
  /** Gives newcomers the cookie of a visitor. */
  identifies?: boolean
  /** Stands in the log for a path that holds a secret. */
  loggedAs?: string
}

type RouteContext = { params: Promise<unknown> }

export type Route = {
  method: Contract['method']
  handle: (request: Request, context: RouteContext) => Promise<Response>
}

/**
 * Makes `route(contract, handler)`: same-origin check, the gate, the parts and the answer by the
 * contract, request id, problem answers, one log line.
 */
export function createRoute<Context extends object>(guard: Guard<Context>) {
  function route<C extends Contract>(
    contract: C,
    handler: Handler<C, Context>,
    options?: Options,
  ): Route
  function route(
    contract: Contract,
    handler: (call: AnyCall & Context) => Promise<Reply<unknown>>,
    { identifies = false, loggedAs }: Options = {},
  ): Route {
    async function handle(request: Request, { params }: RouteContext): Promise<Response> {
      const started = performance.now()
      const timing = createServerTiming(Date.now())
      const requestId = crypto.randomUUID()
      const outcome: { cookie: string | null; error: ApiError | null } = {
        cookie: null,
        error: null,
      }

      async function answer(): Promise<Response> {
        requireSameOrigin(request)
        const context = await guard.admit(request, contract.access, timing.record)
        if (identifies) outcome.cookie = await guard.identify(request, context)
        const call = readCall(contract, request, requestId, await params)
        return answerOf(contract, await handler({ ...call, ...context }))
      }

      const response = await answer().catch((thrown: unknown) => {
        const error = isApiError(thrown)
          ? thrown
          : new ApiError('internal', undefined, { cause: thrown })
        outcome.error = error
        return problemAnswer(error, requestId)
      })
      response.headers.set('X-Request-Id', requestId)
      response.headers.set('X-Content-Type-Options', 'nosniff')
      const serverTiming = timing.header()
      if (serverTiming) response.headers.set('Server-Timing', serverTiming)
      if (outcome.cookie) response.headers.append('Set-Cookie', outcome.cookie)
      const entry = {
        requestId,
        method: request.method,
        path: loggedAs ?? new URL(request.url).pathname,
        status: response.status,
        ms: Math.round(performance.now() - started),
      }
      logRequest(entry, outcome.error)
      return response
    }

    return { method: contract.method, handle }
  }
  return route
}

function readCall(
  contract: Contract,
  request: Request,
  requestId: string,
  params: unknown,
): AnyCall {
  return {
    request,
    requestId,
    params: contract.params && readParams(params, contract.params),
    query: contract.query && readQuery(request, contract.query),
    body: async () => contract.body && readJson(request, contract.body),
  }
}

/** An answer that does not fit its contract stays here: the page could not read it. */
function answerOf({ answer }: Contract, reply: Reply<unknown>): Response {
  if (reply instanceof Response) return reply
  const { body, ...init } = reply
  const parsed = answer?.safeParse(body)
  if (parsed?.success) return jsonAnswer(parsed.data, init)
  throw new Error(`The answer does not fit its contract: ${JSON.stringify(parsed?.error.issues)}`)
}
