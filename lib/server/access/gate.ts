import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { type Env, env } from '../env'
import { requireKnownHost } from '../http/known-host'
import { guestPass, guestPassId } from './guest-pass'
import { permissionsOf } from './principal'

/** Who may call a route: anyone, whoever may spend, or the owner alone. */
export type Access = 'open' | 'unlocked' | 'owner'

/**
 * Whether nothing may be spent: in production with a token, until whoever hosts it decides who may.
 * The sandbox is always open.
 */
export function isLocked({ isProduction, token, password, isPublic }: Env): boolean {
  if (token === null) return false
  return password !== null || (isProduction && !isPublic)
}

/** Whether this visitor has to unlock first: a password, the owner or a guest pass opens. */
export async function isLockedFor(request: Request): Promise<boolean> {
  if (!isLocked(env())) return false
  const rights = await permissionsOf(request)
  return !rights.unlocked && !rights.owner && guestPassId(rights) === null
}

/** @throws ApiError `locked`, or `forbidden` when the guest's pass has ended or the host is a stranger's */
export async function requireAccess(request: Request, access: Access): Promise<void> {
  if (access === 'unlocked') {
    requireKnownHost(request, env())
    if (await isLockedFor(request)) throw locked()
    await guestPass(await permissionsOf(request))
  }
  if (access === 'owner' && !(await permissionsOf(request)).owner)
    throw new ApiError('locked', 'This is for the owner. Sign in with the admin password first.')
}

export const locked = () =>
  new ApiError(
    'locked',
    env().password === null
      ? 'This playground is locked. Whoever hosts it has to set PLAYGROUND_PASSWORD or PLAYGROUND_PUBLIC=1.'
      : 'This playground is locked. Unlock it with its password first.',
  )
