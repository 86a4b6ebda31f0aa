import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { problem, route } from './route'

/** What a route answers to methods it does not have. `allow`: `GET, POST`. */
export function refuse(allow: string) {
  return route(
    async ({ request, requestId }) => {
      const error = new ApiError(
        'invalid_request',
        `This address takes ${allow}, not ${request.method}.`,
      )
      const response = problem(error, requestId, 405)
      response.headers.set('Allow', allow)
      return response
    },
    { access: 'open' },
  )
}
