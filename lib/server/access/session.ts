import 'server-only'
import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { Env } from '../env'
import { type EndedSessions, memoryEndedSessions } from './ended-sessions'

const day = 86_400

/** How long a session of each kind lasts at most, in seconds. */
export const lifetimes = { visitor: 365 * day, unlocked: 30 * day, owner: day / 2, pass: 90 * day }

export type SessionKind = keyof typeof lifetimes

const maxLifetimeMs = Math.max(...Object.values(lifetimes)) * 1_000

/** `subject` is the visitor's id or the pass's id; `id` is the session's own. */
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
  const revoke = ({ id }: Session): Promise<void> => ended.add(id, now() + maxLifetimeMs)

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

/** The secret that the environment gives; without one, sessions end with the process. */
export function secretsOf({ sessionSecret, token, password, adminPassword }: Env): Secrets {
  const base = sessionSecret ?? token ?? randomBytes(32).toString('base64url')
  return { base, password, adminPassword }
}
