import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isLockedFor } from './lib/server/access/gate'
import { newcomerCookie, visitorOf } from './lib/server/access/principal'
import { env } from './lib/server/env'
import { contentPolicy, nonceHeader } from './lib/server/http/content-policy'

/** Runs before pages, not before routes: those guard themselves (`lib/server/http/route.ts`). */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return onlyRead()
  if (await mustUnlock(request)) return toUnlock(request)
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

/** Under a base path the pattern alone would leave out the first page. */
export const config = { matcher: ['/', '/((?!(?:api|p|sandbox|_next/static)(?:/|$)).*)'] }

/** Pages take no bodies: changes go to the API, behind its guards. */
const onlyRead = () => new NextResponse(null, { status: 405, headers: { Allow: 'GET, HEAD' } })

/** The owner has a password of their own, and a guest has to read that a pass has ended. */
const openPages = new Set(['/unlock', '/admin', '/pass'])

/** Files such as icons stay open. Where there is no password to ask for, the page says so itself. */
async function mustUnlock(request: NextRequest): Promise<boolean> {
  const { pathname } = request.nextUrl
  if (env().password === null || openPages.has(pathname) || /\.\w+$/.test(pathname)) return false
  return isLockedFor(request)
}

function toUnlock({ nextUrl }: NextRequest): NextResponse {
  const to = nextUrl.clone()
  to.pathname = '/unlock'
  to.search = new URLSearchParams({ from: nextUrl.pathname + nextUrl.search }).toString()
  return NextResponse.redirect(to, { headers: { 'Cache-Control': 'no-store' } })
}
