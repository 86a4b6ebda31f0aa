import { ApiError } from '@/lib/contract/errors'
import { revokePass as revokeContract } from '@/lib/contract/passes'
import { revokePass } from '@/lib/server/access/passes'
import { requireLedger } from '@/lib/server/db/connection'
import { methods, route } from '@/lib/server/route'

const revoke = route(revokeContract, async ({ params: { id }, services: { ledger, guests } }) => {
  const revoked = await revokePass(await requireLedger(ledger).database(), id, Date.now())
  guests.forgetPass(id)
  if (!revoked) throw new ApiError('not_found', 'There is no such pass in force.')
  return { body: { revoked } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(revoke)
