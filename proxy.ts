import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isLockedFor } from './lib/server/access/gate'
import { newcomerCookie, type Principal, readPrincipal } from './lib/server/access/principal'
import type { Env } from './lib/server/env'
import { contentPolicy, nonceHeader } from './lib/server/http/content-policy'
import { services } from './lib/server/services'

/** Runs before pages, not before routes: those guard themselves (`lib/server/route.ts`). */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const { env, ...shared } = services()
  const principal = await readPrincipal({ env, ...shared }, request)
  if (mustUnlock(env, request, principal)) return redirectToUnlock(request)
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy({ nonce, isProduction: env.isProduction })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set(nonceHeader, nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  const cookie = await newcomerCookie(shared, request, principal)
  if (cookie) response.headers.append('Set-Cookie', cookie)
  return response
}

/** With a base path, the pattern alone would miss the first page. */
export const config = {
  matcher: ['/', '/((?!(?:api|p|sandbox|_next/static|examples|old-browser\\.js)(?:/|$)).*)'],
}

/** Pages accept no bodies: changes go to the API, behind its guards. */
const refuseMethod = () => new NextResponse(null, { status: 405, headers: { Allow: 'GET, HEAD' } })

/** The owner has another password, and a guest must be able to read that a pass has ended. */
const openPages = new Set(['/unlock', '/admin', '/pass'])

/** Reviews ask for their own link, or their owner's key. */
const isReview = (pathname: string): boolean => /^\/(r|reviews)\//.test(pathname)

/** Files such as icons stay open. Without a password to ask for, the page itself says that it is locked. */
function mustUnlock(
  env: Env,
  { nextUrl: { pathname } }: NextRequest,
  principal: Principal,
): boolean {
  if (env.password === null || openPages.has(pathname) || isReview(pathname)) return false
  if (/\.\w+$/.test(pathname)) return false
  return isLockedFor(env, principal)
}

function redirectToUnlock({ nextUrl }: NextRequest): NextResponse {
  const address = nextUrl.clone()
  address.pathname = '/unlock'
  address.search = new URLSearchParams({ from: nextUrl.pathname + nextUrl.search }).toString()
  return NextResponse.redirect(address, { headers: { 'Cache-Control': 'no-store' } })
}
