import 'server-only'
import { randomUUID } from 'node:crypto'
import { basePath, placed } from '@/lib/base-path'
import { originOf } from '../http/origin'
import { lifetimes, type Session, type SessionKind, type Sessions } from './session'

/** The session that a request's cookie of this kind holds. */
export async function readSession(
  sessions: Sessions,
  request: Request,
  kind: SessionKind,
): Promise<Session | null> {
  const cookies = request.headers.get('cookie')
  const token = cookies && valueIn(cookies, cookieName(request, kind))
  return token ? sessions.verify(kind, token) : null
}

/** The `Set-Cookie` of a new session, which lasts `seconds` at most. */
export async function startSession(
  sessions: Sessions,
  request: Request,
  kind: SessionKind,
  subject: string = randomUUID(),
  seconds: number = lifetimes[kind],
): Promise<string> {
  const maxAge = Math.max(0, Math.min(Math.floor(seconds), lifetimes[kind]))
  return setCookie(request, kind, await sessions.sign(kind, subject, maxAge), maxAge)
}

/** Ends the request's session of this kind, copies of its cookie too. The `Set-Cookie` to answer. */
export async function endSession(
  sessions: Sessions,
  request: Request,
  kind: SessionKind,
): Promise<string> {
  const session = await readSession(sessions, request, kind)
  if (session) await sessions.revoke(session)
  return setCookie(request, kind, '', 0)
}

const isSecure = (request: Request) => originOf(request).startsWith('https:')

/** With `__Host-` no subdomain and no http page can set it; browsers take that over https and for `/` only. */
const securePrefix = basePath === '' ? '__Host-' : '__Secure-'

const cookieName = (request: Request, kind: SessionKind) =>
  `${isSecure(request) ? securePrefix : ''}krea-${kind}`

function setCookie(request: Request, kind: SessionKind, value: string, maxAge: number): string {
  const attributes = `Path=${placed('/')}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}`
  const secure = isSecure(request) ? '; Secure' : ''
  return `${cookieName(request, kind)}=${value}; ${attributes}${secure}`
}

function valueIn(cookies: string, name: string): string | undefined {
  const found = cookies.split(';').find((cookie) => cookie.trimStart().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}
