/** One request of the server to Krea, read from the answer's `Server-Timing` header. */
export type UpstreamAttempt = {
  method: string
  path: string
  /** ms after the page's request reached the server */
  start: number
  ms: number
  /** null when no answer came */
  status: number | null
  /** Why it was repeated, or why it failed: a code of `lib/contract/errors.ts`. */
  code: string | null
}

/** A request of the page to its server, and its outcome. Without body and secrets. */
export type LoggedRequest = {
  /** Ids of the records and jobs that it was for. */
  about: string[]
  /** ms since 1970 */
  at: number
  ms: number
  method: string
  path: string
  /** null when no answer came */
  status: number | null
  code: string | null
  requestId: string | null
  attempts: UpstreamAttempt[]
}

type Listener = (request: LoggedRequest) => void

const listeners = new Set<Listener>()
/** Emitted before the first listener: a page sends its first request while the rest still loads. */
let pending: LoggedRequest[] = []
const maxPending = 50

/** Calls the listener with every request that names what it is about. */
export function onLoggedRequest(listener: Listener): () => void {
  listeners.add(listener)
  for (const request of pending) listener(request)
  pending = []
  return () => {
    listeners.delete(listener)
  }
}

export function emitLoggedRequest(request: LoggedRequest): void {
  if (listeners.size === 0) pending = [...pending, request].slice(-maxPending)
  for (const listener of listeners) listener(request)
}

/** Reads `krea;dur=12;start=3;status=200;desc="GET /jobs/…"` entries. */
export function readAttempts(header: string | null): UpstreamAttempt[] {
  return [...(header ?? '').matchAll(/krea;([^"]*)desc="(\S+) ([^"]*)"/g)].map(
    ([, parts = '', method = '', path = '']) => {
      const fields = new Map(parts.split(';').map((part) => split(part)))
      const status = Number(fields.get('status'))
      return {
        method,
        path,
        start: Number(fields.get('start') ?? 0),
        ms: Number(fields.get('dur') ?? 0),
        status: status > 0 ? status : null,
        code: fields.get('code') ?? null,
      }
    },
  )
}

function split(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=')
  return [name, value]
}
