import 'server-only'
import type { ApiError } from '@/lib/contract/errors'
import { log } from '../log'

type Entry = {
  requestId: string
  method: string
  path: string
  status: number
  ms: number
}

/** In addresses of links and webhooks the next part is a secret. */
const secretPart = /(\/(?:api\/r|api\/webhooks|r|p)\/)[^/]+/

/** A wrong method or a wrong end of the path is answered by another route, which does not know of the secret. */
export const withoutSecret = (path: string): string => path.replace(secretPart, '$1…')

/** One line for each request. */
export function logRequest(entry: Entry, error: ApiError | null): void {
  const code = error && { code: error.code, ...(error.cause ? { error: error.cause } : {}) }
  const path = withoutSecret(entry.path)
  log()[levelOf(entry)]({ ...entry, path, ...code }, 'request')
}

/** Polls that go well are many and say little. */
function levelOf({ method, status }: Entry) {
  if (status >= 500) return 'error'
  return method === 'GET' && status < 400 ? 'debug' : 'info'
}
