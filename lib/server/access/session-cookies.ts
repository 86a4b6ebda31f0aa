import 'server-only'
import { randomUUID } from 'node:crypto'
import { readCookie, setCookie } from '../http/cookies'
import { lifetimes, type Session, type SessionKind, type Sessions } from './session'

/** The session that a request's cookie of this kind holds. */
export async function readSession(
  sessions: Sessions,
  request: Request,
  kind: SessionKind,
): Promise<Session | null> {
  const token = readCookie(request, cookieName(kind))
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
  return setCookie(request, cookieName(kind), await sessions.sign(kind, subject, maxAge), maxAge)
}

/** Ends the request's session of this kind, copies of its cookie too. The `Set-Cookie` to answer. */
export async function endSession(
  sessions: Sessions,
  request: Request,
  kind: SessionKind,
): Promise<string> {
  const session = await readSession(sessions, request, kind)
  if (session) await sessions.revoke(session)
  return setCookie(request, cookieName(kind), '', 0)
}

const cookieName = (kind: SessionKind) => `krea-${kind}`
