import 'server-only'
import type { ApiError } from '@/lib/contract/errors'
import { log } from '../log'

type Entry = {
  requestId: string
  request: Request
  /** Stands for a path that holds a secret. */
  loggedAs?: string
  status: number
  ms: number
}

/** In addresses of links and webhooks the next part is a secret. */
const secretPart = /(\/(?:api\/r|api\/webhooks|r|p)\/)[^/]+/

/** A wrong method or a wrong end of the path is answered by another route, which does not know of the secret. */
export const withoutSecret = (path: string): string => path.replace(secretPart, '$1…')

/** One line for each request. Nothing is formatted for a line that the log leaves out. */
export function logRequest(entry: Entry, error: ApiError | null): void {
  const level = levelOf(entry)
  if (!log().isLevelEnabled(level)) return
  const { requestId, request, loggedAs, status, ms } = entry
  const path = withoutSecret(loggedAs ?? new URL(request.url).pathname)
  const code = error && { code: error.code, ...(error.cause ? { error: error.cause } : {}) }
  log()[level]({ requestId, method: request.method, path, status, ms, ...code }, 'request')
}

/** Polls that go well are many and say little. */
function levelOf({ request, status }: Entry) {
  if (status >= 500) return 'error'
  return request.method === 'GET' && status < 400 ? 'debug' : 'info'
}
