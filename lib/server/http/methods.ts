import 'server-only'
import type { Contract, Method } from '@/lib/contract/contract'
import { ApiError } from '@/lib/contract/errors'
import { problemAnswer } from './answer'
import type { AnyCall, Route } from './route-types'

type MakeRoute = (
  contract: Contract,
  handler: (call: Pick<AnyCall, 'request' | 'requestId' | 'recordError'>) => Promise<Response>,
) => Route

/**
 * Makes `methods(...routes)`: all that a file `route.ts` exports. Next would answer other methods
 * without a body; here they are refused like any other mistake, with 405 and `Allow`.
 */
export function createMethods(route: MakeRoute) {
  return (...routes: Route[]): Record<Method, Route['handle']> => {
    const allow = routes.map(({ method }) => method).join(', ')
    const handle = (method: Method) =>
      (routes.find((one) => one.method === method) ?? refusal(method, allow)).handle
    return {
      DELETE: handle('DELETE'),
      GET: handle('GET'),
      PATCH: handle('PATCH'),
      POST: handle('POST'),
      PUT: handle('PUT'),
    }
  }

  function refusal(method: Method, allow: string): Route {
    const contract: Contract = { method, path: '/', access: 'open', answer: null }
    return route(contract, async ({ request, requestId, recordError }) => {
      const error = new ApiError(
        'invalid_request',
        `This address takes ${allow}, not ${request.method}.`,
      )
      recordError(error)
      const response = problemAnswer(error, requestId, 405)
      response.headers.set('Allow', allow)
      return response
    })
  }
}
