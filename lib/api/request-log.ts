/** One attempt of the server at Krea, as the answer's `Server-Timing` header tells it. */
export type Attempt = {
  method: string
  path: string
  /** ms after the page's request reached the server */
  start: number
  ms: number
  /** null when no answer came */
  status: number | null
  /** Why it was tried again, or why it failed: a code of `lib/contract/errors.ts`. */
  code: string | null
}

/** A request of the page to its server, and how it went. Holds no body and no secret. */
export type LoggedRequest = {
  /** Ids of records and jobs that it was for. */
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
  attempts: Attempt[]
}

type Listener = (exchange: LoggedRequest) => void

const listeners = new Set<Listener>()
/** Told before anyone listened: the first request of a page leaves while the rest still loads. */
let early: LoggedRequest[] = []
const mostEarly = 50

/** Tells of every request that says what it is about. */
export function onLoggedRequest(listener: Listener): () => void {
  listeners.add(listener)
  for (const exchange of early) listener(exchange)
  early = []
  return () => {
    listeners.delete(listener)
  }
}

export function emitLoggedRequest(exchange: LoggedRequest): void {
  if (listeners.size === 0) early = [...early, exchange].slice(-mostEarly)
  for (const listener of listeners) listener(exchange)
}

/** Reads `krea;dur=12;start=3;status=200;desc="GET /jobs/…"` entries. */
export function readAttempts(header: string | null): Attempt[] {
  return [...(header ?? '').matchAll(/krea;([^"]*)desc="(\S+) ([^"]*)"/g)].map(
    ([, parts = '', method = '', path = '']) => {
      const given = new Map(parts.split(';').map((part) => split(part)))
      const status = Number(given.get('status'))
      return {
        method,
        path,
        start: Number(given.get('start') ?? 0),
        ms: Number(given.get('dur') ?? 0),
        status: status > 0 ? status : null,
        code: given.get('code') ?? null,
      }
    },
  )
}

function split(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=')
  return [name, value]
}
