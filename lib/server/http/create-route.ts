import 'server-only'
import type { Contract } from '@/lib/contract/contract'
import { ApiError, isApiError, withCharged } from '@/lib/contract/errors'
import { toUnavailable } from '../db/unavailable'
import { jsonAnswer, problemAnswer } from './answer'
import { readJson } from './body'
import { logRequest } from './log-request'
import { readParams, readQuery } from './parts'
import type {
  AnyCall,
  Guard,
  Handler,
  Reply,
  Route,
  RouteContext,
  RouteOptions,
} from './route-types'
import { createServerTiming } from './server-timing'

/**
 * Makes `route(contract, handler)`: the gate, the parts and the answer by the
 * contract, request id, problem answers, one log line.
 */
export function createRoute<Context extends object>(guard: Guard<Context>) {
  function route<C extends Contract>(
    contract: C,
    handler: Handler<C, Context>,
    options?: RouteOptions,
  ): Route
  function route(
    contract: Contract,
    handler: (call: AnyCall & Context) => Promise<Reply<unknown>>,
    { identifies = false, loggedAs }: RouteOptions = {},
  ): Route {
    async function handle(request: Request, { params }: RouteContext): Promise<Response> {
      const started = performance.now()
      const timing = createServerTiming(Date.now())
      const requestId = crypto.randomUUID()
      const outcome: { cookie: string | null; error: ApiError | null; isHandled: boolean } = {
        cookie: null,
        error: null,
        isHandled: false,
      }

      async function answer(): Promise<Response> {
        const context = await guard.authorize(request, contract.access, timing.record)
        if (identifies) outcome.cookie = await guard.identify(request, context)
        const call = readCall(contract, request, requestId, await params)
        outcome.isHandled = true
        const recordError = (error: ApiError) => {
          outcome.error = error
        }
        return answerOf(contract, await handler({ ...call, recordError, ...context }))
      }

      const response = await answer().catch((thrown: unknown) => {
        const error = errorOf(thrown, contract, outcome.isHandled)
        outcome.error = error
        return problemAnswer(error, requestId)
      })
      response.headers.set('X-Request-Id', requestId)
      response.headers.set('X-Content-Type-Options', 'nosniff')
      const serverTiming = timing.header()
      if (serverTiming) response.headers.set('Server-Timing', serverTiming)
      if (outcome.cookie) response.headers.append('Set-Cookie', outcome.cookie)
      const { status } = response
      const ms = Math.round(performance.now() - started)
      logRequest({ requestId, request, loggedAs, status, ms }, outcome.error)
      return response
    }

    return { method: contract.method, handle }
  }
  return route
}

/** A handler knows what its own errors cost. Before it, nobody has looked whether a request is a repeated one. */
function errorOf(thrown: unknown, { spends }: Contract, isHandled: boolean): ApiError {
  const isOfHandler = isHandled && isApiError(thrown)
  const unavailable = isOfHandler ? null : toUnavailable(thrown)
  if (unavailable) return spends ? withCharged(unavailable, 'unknown') : unavailable
  if (isApiError(thrown)) return thrown
  return spends && isHandled
    ? new ApiError(
        'submit_unknown',
        'The playground made a mistake: the job may exist and be billed.',
        { cause: thrown },
      )
    : new ApiError('internal', undefined, { cause: thrown })
}

function readCall(
  contract: Contract,
  request: Request,
  requestId: string,
  params: unknown,
): Omit<AnyCall, 'recordError'> {
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
  throw new Error('The answer does not fit its contract', { cause: parsed?.error })
}
