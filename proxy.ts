import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isLockedFor } from './lib/server/access/gate'
import { newcomerCookie, visitorOf } from './lib/server/access/principal'
import { env } from './lib/server/env'
import { contentPolicy, nonceHeader } from './lib/server/http/content-policy'

/** Runs before pages, not before routes: those guard themselves (`lib/server/http/route.ts`). */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  if (await mustUnlock(request)) return redirectToUnlock(request)
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy({ nonce, isProduction: env().isProduction })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set(nonceHeader, nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  await visitorOf(request)
  const cookie = await newcomerCookie(request)
  if (cookie) response.headers.append('Set-Cookie', cookie)
  return response
}

/** With a base path, the pattern alone would miss the first page. */
export const config = { matcher: ['/', '/((?!(?:api|p|sandbox|_next/static)(?:/|$)).*)'] }

/** Pages accept no bodies: changes go to the API, behind its guards. */
const refuseMethod = () => new NextResponse(null, { status: 405, headers: { Allow: 'GET, HEAD' } })

/** The owner has another password, and a guest must be able to read that a pass has ended. */
const openPages = new Set(['/unlock', '/admin', '/pass'])

/** Files such as icons stay open. Without a password to ask for, the page itself says that it is locked. */
async function mustUnlock(request: NextRequest): Promise<boolean> {
  const { pathname } = request.nextUrl
  if (env().password === null || openPages.has(pathname) || /\.\w+$/.test(pathname)) return false
  return isLockedFor(request)
}

function redirectToUnlock({ nextUrl }: NextRequest): NextResponse {
  const address = nextUrl.clone()
  address.pathname = '/unlock'
  address.search = new URLSearchParams({ from: nextUrl.pathname + nextUrl.search }).toString()
  return NextResponse.redirect(address, { headers: { 'Cache-Control': 'no-store' } })
}
