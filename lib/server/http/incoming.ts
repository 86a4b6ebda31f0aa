import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { socketHeader } from './client-address'

type Asked = {
  method: string
  url: string
  headers: Record<string, string | undefined>
}
type Arrival = { request: Asked; socket: { remoteAddress?: string } }

const isArrival = (message: unknown): message is Arrival =>
  typeof message === 'object' && message !== null && 'request' in message && 'socket' in message

/** Sees every request of this process's HTTP servers before Next does. */
export function watchArrivals(): void {
  subscribe('http.server.request.start', (message) => {
    if (!isArrival(message)) return
    straighten(message.request)
    message.request.headers[socketHeader()] = message.socket.remoteAddress ?? ''
  })
}

const routerState = 'next-router-state-tree'

/** Three things that Next 16.4 answers with 500, found by `tests/api/http/fuzz.test.ts`. */
function straighten(asked: Asked): void {
  asked.url = decodable(asked.url)
  if (!isReadable(asked.headers[routerState])) delete asked.headers[routerState]
  // Fetch's Request forbids TRACE; other methods that we do not have are refused as they should be.
  if (asked.method === 'TRACE') asked.method = 'SEARCH'
}

/** In a path that cannot be decoded, such as `/api/jobs/%ff`, percent signs stand for themselves. */
export function decodable(url: string): string {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}

/** Next's own parser is asked, so that both agree. */
function isReadable(state: string | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state)
    return true
  } catch {
    return false
  }
}
