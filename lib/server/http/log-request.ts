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
  const code = error && { code: error.code, ...detailOf(error) }
  log()[levelOf(entry)]({ ...entry, ...code }, 'request')
}

/** Polls that go well are many and say little. */
function levelOf({ method, status }: Entry) {
  if (status >= 500) return 'error'
  return method === 'GET' && status < 400 ? 'debug' : 'info'
}

/** The stack is for our own mistakes; of others' the reason is enough. */
function detailOf({ code, cause }: ApiError): { detail?: string } {
  if (!(cause instanceof Error)) return {}
  const deeper = cause.cause instanceof Error ? `: ${cause.cause.message}` : ''
  return { detail: code === 'internal' ? cause.stack : `${cause.message}${deeper}`.slice(0, 300) }
}
