import 'server-only'
import { randomUUID } from 'node:crypto'
import { addressOf } from '../http/client-address'
import { readSession, startSession } from './session'

/** What a request's cookies entitle it to. A pass may have been revoked since: ask the ledger. */
export type Permissions = { unlocked: boolean; owner: boolean; passId: string | null }

/** Who asks. A visitor may drop cookies and get a new `visitorId`, so limits go by `address` too. */
export type Visitor = Permissions & { visitorId: string; address: string }

type Identity = { visitorId: string; cookie: string | null }

/** One id a request, however often it is asked for. */
const identities = new WeakMap<Request, Promise<Identity>>()

export async function visitorOf(request: Request): Promise<Visitor> {
  const [rights, { visitorId }] = await Promise.all([permissionsOf(request), identityOf(request)])
  return { visitorId, address: addressOf(request), ...rights }
}

const asked = new WeakMap<Request, Promise<Permissions>>()

/** Read once a request, however many ask: each cookie's signature costs a while. */
export function permissionsOf(request: Request): Promise<Permissions> {
  const rights = asked.get(request) ?? readRights(request)
  asked.set(request, rights)
  return rights
}

async function readRights(request: Request): Promise<Permissions> {
  const [unlocked, owner, pass] = await Promise.all([
    readSession(request, 'unlocked'),
    readSession(request, 'owner'),
    readSession(request, 'pass'),
  ])
  return { unlocked: unlocked !== null, owner: owner !== null, passId: pass?.subject ?? null }
}

/** The `Set-Cookie` to answer with, where `visitorOf` met someone new. */
export async function newcomerCookie(request: Request): Promise<string | null> {
  return (await identities.get(request))?.cookie ?? null
}

function identityOf(request: Request): Promise<Identity> {
  const known = identities.get(request) ?? identify(request)
  identities.set(request, known)
  return known
}

async function identify(request: Request): Promise<Identity> {
  const session = await readSession(request, 'visitor')
  if (session) return { visitorId: session.subject, cookie: null }
  const visitorId = randomUUID()
  return { visitorId, cookie: await startSession(request, 'visitor', visitorId) }
}
