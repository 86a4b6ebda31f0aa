import { ApiError } from '@/lib/contract/errors'
import { changePass as changeContract, revokePass as revokeContract } from '@/lib/contract/passes'
import { toMicros } from '@/lib/money'
import { requireFuture } from '@/lib/server/access/expiry'
import { passAnswer } from '@/lib/server/access/pass-answer'
import { changePass, listPasses, revokePass } from '@/lib/server/access/passes'
import { requireLedger } from '@/lib/server/db/connection'
import { methods, route } from '@/lib/server/route'

const change = route(changeContract, async ({ params: { id }, body, services }) => {
  const { dollars, expiresAt } = await body()
  const { database, mode } = requireLedger(services.ledger)
  const db = await database()
  const changed = await changePass(db, id, {
    ...(dollars === undefined ? {} : { micros: toMicros(dollars) }),
    ...(expiresAt === undefined ? {} : { expiresAt: requireFuture(expiresAt, Date.now()) }),
  })
  services.guests.forgetPass(id)
  const pass = (await listPasses(db, mode)).find((one) => one.id === id)
  if (!changed || !pass) throw notInForce()
  return { body: { pass: passAnswer(pass, Date.now()) } }
})

const revoke = route(revokeContract, async ({ params: { id }, services: { ledger, guests } }) => {
  const revoked = await revokePass(await requireLedger(ledger).database(), id, Date.now())
  guests.forgetPass(id)
  if (!revoked) throw notInForce()
  return { body: { revoked } }
})

const notInForce = () => new ApiError('not_found', 'There is no such pass in force.')

export const { DELETE, GET, PATCH, POST, PUT } = methods(change, revoke)
