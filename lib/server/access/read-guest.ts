import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import { type Guest, guestOf } from '@/lib/guest'
import { remainingFor } from '../billing/remaining-budget'
import type { Principal } from './principal'

/** The guest that a page is for; null for anyone else, and while the ledger cannot be read. */
export async function readGuest(
  services: Parameters<typeof remainingFor>[0],
  principal: Principal,
): Promise<Guest | null> {
  if (principal.passId === null) return null
  try {
    return guestOf(await remainingFor(services, principal))
  } catch (error) {
    const isEnded = isApiError(error) && error.code === 'forbidden'
    return isEnded ? { kind: 'ended', problem: error.message } : null
  }
}
