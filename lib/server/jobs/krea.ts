import 'server-only'
import { placed } from '@/lib/base-path'
import { createKreaClient, type KreaClient } from '@/lib/krea/client'
import type { Connection } from '@/lib/krea/request'
import { env } from '../env'
import { originOf } from '../http/origin'
import { recordUpstreamAttempt } from '../http/server-timing'
import { recordRetirement } from '../models/retirements'
import { sandbox } from './sandbox'

const kreaAddress = 'https://api.krea.ai'

export type Mode = 'krea' | 'sandbox'

/** Whether requests go to Krea (or a server that speaks its protocol), or to the embedded sandbox. */
export function modeOf({ token, baseUrl } = env()): Mode {
  return token === null && baseUrl === null ? 'sandbox' : 'krea'
}

/** Where Krea itself is, or the server that stands in for it. */
export const kreaBaseUrl = (): string => env().baseUrl ?? kreaAddress

/** The client for this request; the sandbox is only another `fetch`. */
export function kreaFor(request: Request): KreaClient {
  const baseUrl = modeOf() === 'sandbox' ? originOf(request) + placed('/sandbox') : kreaBaseUrl()
  return kreaAt(baseUrl, (attempt) => recordUpstreamAttempt(request, attempt))
}

export function kreaAt(baseUrl: string, onAttempt?: Connection['onAttempt']): KreaClient {
  const real = modeOf() === 'krea'
  return createKreaClient({
    baseUrl,
    token: real ? env().token : 'sandbox',
    fetch: real ? (url, init) => fetch(url, init) : askSandbox,
    onRetiring: recordRetirement,
    now: Date.now,
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onAttempt,
  })
}

/** A sandbox that hangs must not outlive the client's patience, as a socket would not. */
const askSandbox: Connection['fetch'] = (url, init) =>
  new Promise((resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true })
    sandbox()(new Request(url, init)).then(resolve, reject)
  })
