import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Ledger } from '../db/connection'
import type { Env } from '../env'
import { addressOf } from '../http/client-address'
import type { Sessions } from './session'
import { readSession, startSession } from './session-cookies'

/** A guest uses a pass; whoever may spend anyway needs none. */
export type Role = 'owner' | 'unlocked' | 'guest' | 'visitor'

/** Who sends a request. Read once for each request. */
export type Principal = {
  /** A visitor may drop cookies and get a new id, so limits count by `address` too. */
  visitorId: string
  /** Whether the id was made for this request. Only `newcomerCookie` makes it last. */
  isNewcomer: boolean
  address: string
  role: Role
  /** The pass of a guest, which may have been revoked since: ask `guests`. */
  passId: string | null
}

/**
 * By what limits count: a visitor may drop cookies and an address may change, so each counts. An id that was
 * made for this request says nothing.
 */
export const limitSubjects = ({ address, visitorId, isNewcomer }: LimitedBy): string[] => [
  `address ${address}`,
  ...(isNewcomer ? [] : [`visitor ${visitorId}`]),
]

export type LimitedBy = Pick<Principal, 'address' | 'visitorId' | 'isNewcomer'>

type Services = {
  env: Env
  sessions: Sessions
  ledger: Ledger | null
  socketHeader: string
}

export async function readPrincipal(services: Services, request: Request): Promise<Principal> {
  const { env, sessions, ledger, socketHeader } = services
  const [visitor, unlocked, owner, pass] = await Promise.all([
    readSession(sessions, request, 'visitor'),
    readSession(sessions, request, 'unlocked'),
    readSession(sessions, request, 'owner'),
    readSession(sessions, request, 'pass'),
  ])
  const passId = owner || unlocked || ledger === null ? null : (pass?.subject ?? null)
  return {
    visitorId: visitor?.subject ?? randomUUID(),
    isNewcomer: visitor === null,
    address: addressOf(request, socketHeader, env.trustedProxies),
    role: owner ? 'owner' : unlocked ? 'unlocked' : passId === null ? 'visitor' : 'guest',
    passId,
  }
}

/** The `Set-Cookie` that lets a newcomer keep the id; `null` for whoever has one. */
export async function newcomerCookie(
  { sessions }: Pick<Services, 'sessions'>,
  request: Request,
  { isNewcomer, visitorId }: Principal,
): Promise<string | null> {
  return isNewcomer ? startSession(sessions, request, 'visitor', visitorId) : null
}
