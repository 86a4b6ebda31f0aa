import 'server-only'
import { basePath, placed } from '@/lib/base-path'
import { originOf } from './origin'

const isSecure = (request: Request) => originOf(request).startsWith('https:')

/** With `__Host-` no subdomain and no http page can set it; browsers take that over https and for `/` only. */
const securePrefix = basePath === '' ? '__Host-' : '__Secure-'

const prefixed = (request: Request, name: string) =>
  `${isSecure(request) ? securePrefix : ''}${name}`

export function readCookie(request: Request, name: string): string | undefined {
  const cookies = request.headers.get('cookie')
  if (cookies === null) return undefined
  const start = `${prefixed(request, name)}=`
  return cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length)
}

/** A `Set-Cookie` that no script can read. @param maxAge in seconds */
export function setCookie(request: Request, name: string, value: string, maxAge: number): string {
  const attributes = `Path=${placed('/')}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}`
  const secure = isSecure(request) ? '; Secure' : ''
  return `${prefixed(request, name)}=${value}; ${attributes}${secure}`
}
