import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Principal } from '../access/principal'

/** Styles belong to the token, so a guest with a pass may use them and not change them. */
export function requireHost({ role }: Pick<Principal, 'role'>): void {
  if (role === 'guest')
    throw new ApiError('forbidden', 'A guest pass does not allow changes to styles.')
}
