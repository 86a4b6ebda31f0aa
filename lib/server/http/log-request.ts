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

/** One line for each request. */
export function logRequest(entry: Entry, error: ApiError | null): void {
  const code = error && { code: error.code, ...(error.cause ? { error: error.cause } : {}) }
  log()[levelOf(entry)]({ ...entry, ...code }, 'request')
}

/** Polls that go well are many and say little. */
function levelOf({ method, status }: Entry) {
  if (status >= 500) return 'error'
  return method === 'GET' && status < 400 ? 'debug' : 'info'
}
