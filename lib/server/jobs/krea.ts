import 'server-only'
import { placed } from '@/lib/base-path'
import type { Retirement } from '@/lib/catalog/field'
import { createKreaClient, type KreaClient } from '@/lib/krea/client'
import type { Connection } from '@/lib/krea/request'
import type { Env } from '../env'
import { originOf } from '../http/origin'
import { withSpan } from '../tracing/span'
import type { Sandbox } from './sandbox'

type OnAttempt = Connection['onAttempt']

export type Krea = {
  /** For a request to a page or route of ours: at its origin the sandbox stands in for Krea. */
  clientFor(request: Request, onAttempt?: OnAttempt): KreaClient
  /** Krea itself, or the server that stands in for it. */
  client: KreaClient
}

/** The sandbox is only another `fetch`. */
export function createKrea(
  { mode, kreaBaseUrl, token, tracing }: Env,
  sandbox: Sandbox,
  onRetiring: (model: string, retirement: Retirement) => void,
): Krea {
  const isReal = mode === 'krea'
  const send: Connection['fetch'] = isReal ? (url, init) => fetch(url, init) : fetchFrom(sandbox)

  const connect = (baseUrl: string, onAttempt?: OnAttempt): KreaClient =>
    createKreaClient({
      baseUrl,
      token: isReal ? token : 'sandbox',
      fetch: tracing ? traceCalls(baseUrl, send) : send,
      onRetiring,
      now: Date.now,
      random: Math.random,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onAttempt,
    })

  return {
    clientFor: (request, onAttempt) =>
      connect(isReal ? kreaBaseUrl : originOf(request) + placed('/sandbox'), onAttempt),
    client: connect(kreaBaseUrl),
  }
}

/** A span for each attempt. */
const traceCalls =
  (baseUrl: string, fetch: Connection['fetch']): Connection['fetch'] =>
  (url, init) => {
    const method = init.method ?? 'GET'
    const route = routeOf(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : '')
    const attributes = { 'http.request.method': method, 'url.template': route }
    return withSpan(`krea ${method} ${route}`, attributes, async (span) => {
      const response = await fetch(url, init)
      span.setAttribute('http.response.status_code', response.status)
      return response
    })
  }

/** `/jobs/{id}`, `/generate/image/bfl/flux-1-dev`: no id, no query. */
function routeOf(address: string): string {
  const path = address.split('?')[0] ?? ''
  return path.startsWith('/generate/') ? path : path.replace(/^(\/[\w-]+)\/.+$/, '$1/{id}')
}

/** A sandbox that hangs must not outlive the client's timeout, as a socket would not. */
const fetchFrom =
  (sandbox: Sandbox): Connection['fetch'] =>
  (url, init) =>
    new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true })
      sandbox(new Request(url, init), 'playground').then(resolve, reject)
    })
