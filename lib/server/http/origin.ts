import 'server-only'
import { basePath } from '@/lib/base-path'
import { ApiError } from '@/lib/contract/errors'

const hostForm = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i

const origins = new WeakMap<Request, string>()

/** The origin a visitor sees, through a proxy too: `https://play.example.com`. Worked out once for each request. */
export function originOf(request: Request): string {
  const origin = origins.get(request) ?? readOrigin(request)
  origins.set(request, origin)
  return origin
}

function readOrigin(request: Request): string {
  const url = new URL(request.url)
  const host = first(request, 'x-forwarded-host') ?? request.headers.get('host') ?? url.host
  const proto = first(request, 'x-forwarded-proto') ?? url.protocol.replace(':', '')
  const origin = `${proto === 'https' ? 'https' : 'http'}://${host}`
  return hostForm.test(host) && URL.canParse(origin) ? origin : url.origin
}

/** The playground's address, for links that others get: `PUBLIC_URL`, or the one that this visitor uses. */
export const publicAddress = (request: Request, publicUrl: string | null): string =>
  publicUrl ?? originOf(request) + basePath

/** A chain of proxies lists its hosts; the visitor used the first. */
const first = (request: Request, name: string) =>
  request.headers.get(name)?.split(',')[0]?.trim() || undefined

/**
 * Refuses a change that another site's page asks for: such a page would spend with our token. Programs such
 * as curl send neither header and are let through.
 * @param publicUrl also ours, where a proxy passes on another host than the visitor sees
 * @throws ApiError `forbidden`
 */
export function requireSameOrigin(request: Request, publicUrl: string | null): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  if (site !== null) throw otherSite('Another site may not make changes here.')
  const origin = request.headers.get('origin')
  if (origin === null || hostOf(origin) === hostOf(originOf(request))) return
  if (publicUrl !== null && hostOf(origin) === hostOf(publicUrl)) return
  throw otherSite(
    'Another site may not make changes here. If this is your own address, set PUBLIC_URL to it, or let the proxy pass on the header Host with its port.',
  )
}

const otherSite = (sentence: string) => new ApiError('forbidden', sentence)

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : null)
