import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { placed } from '@/lib/base-path'
import { isRouterState, routerStateHeader } from './router-state'

type IncomingRequest = {
  method: string
  url: string
  headers: Record<string, string | undefined>
}
type RequestStart = {
  request: IncomingRequest
  response: { shouldKeepAlive: boolean }
  socket: { remoteAddress?: string }
  server: { listening: boolean }
}

const isRequestStart = (message: unknown): message is RequestStart =>
  typeof message === 'object' &&
  message !== null &&
  ['request', 'response', 'socket', 'server'].every((part) => part in message)

/** Sees every request of this process's HTTP servers before Next does. */
export function watchIncomingRequests(socketHeader: string): void {
  subscribe('http.server.request.start', (message) => {
    if (!isRequestStart(message)) return
    repair(message.request)
    message.request.headers[socketHeader] = message.socket.remoteAddress ?? ''
    // A server that is told to stop waits for its connections: a page that polls would keep one for ever.
    if (!message.server.listening) message.response.shouldKeepAlive = false
  })
}

/** Three things that Next 16.4 answers with 500, found by `tests/api/http/fuzz.test.ts`. */
function repair(request: IncomingRequest): void {
  request.url = sandboxPath(decodablePath(request.url))
  const state = request.headers[routerStateHeader]
  if (state !== undefined && !isRouterState(state)) delete request.headers[routerStateHeader]
  // Fetch's Request forbids TRACE; routes refuse any other method that they do not have.
  if (request.method === 'TRACE') request.method = 'SEARCH'
}

/**
 * Krea's documented base ends in a slash, so that clients double it. Next would send `//` elsewhere,
 * which POSTs do not follow.
 */
export function sandboxPath(url: string): string {
  const [path = '', ...query] = url.split('?')
  if (!path.startsWith(sandboxMount)) return url
  return [path.replaceAll(/\/{2,}/g, '/'), ...query].join('?')
}

const sandboxMount = placed('/sandbox/')

/** In a path that cannot be decoded, such as `/api/jobs/%ff`, percent signs stand for themselves. */
export function decodablePath(url: string): string {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}
