import 'server-only'
import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { basePath, placed } from '@/lib/base-path'
import { ledgerIfOn } from '../db/connection'
import { type Env, env } from '../env'
import { originOf } from '../http/origin'
import { shared } from '../shared'
import { type EndedSessions, memoryEndedSessions } from './ended-sessions'
import { ledgerEndedSessions } from './ended-sessions-db'

const day = 86_400

/** How long a session of each kind lasts at most, in seconds. */
const lifetimes = { visitor: 365 * day, unlocked: 30 * day, owner: day / 2, pass: 90 * day }

export type SessionKind = keyof typeof lifetimes

const longestMs = Math.max(...Object.values(lifetimes)) * 1_000

/** `subject` is whom it speaks of: the visitor's id, the pass's id. `id` is the session's own. */
export type Session = { id: string; subject: string }

/** `base` must be hard to guess: visitors hold what it signs, and could try passwords against it. */
type Secrets = { base: string } & Pick<Env, 'password' | 'adminPassword'>

export type Sessions = ReturnType<typeof createSessions>

const issuer = 'krea-playground'

/** Signed cookies (JWT, HS256). `now` is in ms. */
export function createSessions(
  secrets: Secrets,
  now: () => number,
  ended: EndedSessions = memoryEndedSessions(),
) {
  const keys = keysOf(secrets)

  async function sign(kind: SessionKind, subject: string, seconds: number): Promise<string> {
    const at = Math.floor(now() / 1_000)
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(kind)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt(at)
      .setExpirationTime(at + seconds)
      .sign(keys[kind])
  }

  /** `null` for what is forged, expired, ended or of another kind. */
  async function verify(kind: SessionKind, token: string): Promise<Session | null> {
    const checked = await jwtVerify(token, keys[kind], {
      algorithms: ['HS256'],
      issuer,
      audience: kind,
      requiredClaims: ['exp'],
      currentDate: new Date(now()),
    }).catch(() => null)
    const { jti, sub } = checked?.payload ?? {}
    if (!jti || !sub) return null
    // A visitor's id opens nothing, and is never ended.
    return kind !== 'visitor' && (await ended.has(jti)) ? null : { id: jti, subject: sub }
  }

  /** Ends one session before its time, copies of its cookie too. */
  const revoke = ({ id }: Session): Promise<void> => ended.add(id, now() + longestMs)

  return { sign, verify, revoke }
}

/** A key for each kind; a changed password ends the sessions that it opened. */
function keysOf({ base, password, adminPassword }: Secrets) {
  const key = (kind: SessionKind, also: string | null = null) =>
    new Uint8Array(hkdfSync('sha256', JSON.stringify([base, also]), issuer, `session ${kind}`, 32))
  return {
    visitor: key('visitor'),
    unlocked: key('unlocked', password),
    owner: key('owner', adminPassword),
    pass: key('pass'),
  } satisfies Record<SessionKind, Uint8Array>
}

const sessions = shared('sessions', () => {
  const { sessionSecret, token, password, adminPassword } = env()
  const base = sessionSecret ?? token ?? randomBytes(32).toString('base64url')
  const books = ledgerIfOn()
  const ended = books ? ledgerEndedSessions(books.database, Date.now) : memoryEndedSessions()
  return createSessions({ base, password, adminPassword }, Date.now, ended)
})

/** The session that a request's cookie of this kind holds. */
export async function readSession(request: Request, kind: SessionKind): Promise<Session | null> {
  const cookies = request.headers.get('cookie')
  const token = cookies && valueIn(cookies, cookieName(request, kind))
  return token ? sessions().verify(kind, token) : null
}

/** The `Set-Cookie` of a new session, which lasts `seconds` at most. */
export async function startSession(
  request: Request,
  kind: SessionKind,
  subject: string = randomUUID(),
  seconds: number = lifetimes[kind],
): Promise<string> {
  const lasting = Math.max(0, Math.min(Math.floor(seconds), lifetimes[kind]))
  return setCookie(request, kind, await sessions().sign(kind, subject, lasting), lasting)
}

/** Ends the request's session of this kind, copies of its cookie too. The `Set-Cookie` to answer. */
export async function endSession(request: Request, kind: SessionKind): Promise<string> {
  const session = await readSession(request, kind)
  if (session) await sessions().revoke(session)
  return setCookie(request, kind, '', 0)
}

const isSecure = (request: Request) => originOf(request).startsWith('https:')

/** With `__Host-` no subdomain and no http page can set it; browsers take that over https and for `/` only. */
const securePrefix = basePath === '' ? '__Host-' : '__Secure-'

const cookieName = (request: Request, kind: SessionKind) =>
  `${isSecure(request) ? securePrefix : ''}krea-${kind}`

function setCookie(request: Request, kind: SessionKind, value: string, seconds: number): string {
  const attributes = `Path=${placed('/')}; HttpOnly; SameSite=Lax; Max-Age=${seconds}`
  const secure = isSecure(request) ? '; Secure' : ''
  return `${cookieName(request, kind)}=${value}; ${attributes}${secure}`
}

function valueIn(cookies: string, name: string): string | undefined {
  const found = cookies.split(';').find((cookie) => cookie.trimStart().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}
