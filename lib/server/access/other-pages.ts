import 'server-only'
import { placed } from '@/lib/base-path'
import type { Env } from '../env'
import { isLockedFor } from './gate'
import type { Principal } from './principal'

/** The pages that the playground leads this visitor to: the owner's, and the one that locks this device. */
export function otherPagesFor(env: Env, principal: Principal): { name: string; href: string }[] {
  const isGuest = principal.role === 'guest'
  const hasAdmin = env.adminPassword !== null && !isGuest
  const canLock = env.password !== null && !isGuest && !isLockedFor(env, principal)
  return [
    ...(hasAdmin ? [{ name: 'Admin', href: placed('/admin') }] : []),
    ...(canLock ? [{ name: 'Lock', href: placed('/unlock') }] : []),
  ]
}
