import 'server-only'
import type { Access } from '@/lib/contract/contract'
import { ApiError } from '@/lib/contract/errors'
import type { Env } from '../env'
import { requireKnownHost } from '../http/known-host'
import type { Guests } from './guests'
import type { Principal } from './principal'

type LockSettings = Pick<Env, 'isProduction' | 'token' | 'password' | 'isPublic'>

/**
 * Whether nothing may be spent: in production with a token, until whoever hosts it decides who may.
 * The sandbox is always open.
 */
export function isLocked({ isProduction, token, password, isPublic }: LockSettings): boolean {
  if (token === null) return false
  return password !== null || (isProduction && !isPublic)
}

/** Whether this visitor has to unlock first: a password, the owner or a guest pass opens. */
export const isLockedFor = (env: LockSettings, { role }: Pick<Principal, 'role'>): boolean =>
  isLocked(env) && role === 'visitor'

/** @throws ApiError `locked`, or `forbidden` when the guest's pass has ended or the host is a stranger's */
export async function requireAccess(
  { env, guests }: { env: Env; guests: Pick<Guests, 'requirePass'> },
  request: Request,
  principal: Principal,
  access: Access,
): Promise<void> {
  switch (access) {
    case 'open':
      return
    case 'unlocked':
      requireKnownHost(request, env)
      if (isLockedFor(env, principal)) throw lockedError(env)
      await guests.requirePass(principal)
      return
    case 'owner':
      if (principal.role !== 'owner')
        throw new ApiError(
          'locked',
          'This is for the owner. Sign in with the admin password first.',
        )
      return
    default:
      access satisfies never
      // For a route that got past the types.
      throw lockedError(env)
  }
}

export const lockedError = ({ password }: Pick<Env, 'password'>) =>
  new ApiError(
    'locked',
    password === null
      ? 'This playground is locked. Whoever hosts it has to set PLAYGROUND_PASSWORD or PLAYGROUND_PUBLIC=1.'
      : 'This playground is locked. Unlock it with its password first.',
  )
