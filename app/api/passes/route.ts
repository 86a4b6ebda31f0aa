import { renderSVG } from 'uqr'
import { getPasses, postPass } from '@/lib/contract/passes'
import { toMicros } from '@/lib/money'
import { requireFuture } from '@/lib/server/access/expiry'
import { passAnswer } from '@/lib/server/access/pass-answer'
import { createPass, listPasses } from '@/lib/server/access/passes'
import { requireLedger } from '@/lib/server/db/connection'
import { publicAddress } from '@/lib/server/http/origin'
import { methods, route } from '@/lib/server/route'

const create = route(postPass, async ({ request, body, services: { env, catalog, ledger } }) => {
  const { name, dollars, expiresAt, models } = await body()
  for (const model of models ?? []) await catalog.requireModel(model)
  const { row, secret } = await createPass(
    await requireLedger(ledger).database(),
    {
      name,
      micros: toMicros(dollars),
      models: models ?? null,
      expiresAt: requireFuture(expiresAt, Date.now()),
    },
    Date.now(),
  )
  const url = `${publicAddress(request, env.publicUrl)}/p/${secret}`
  const pass = passAnswer({ ...row, spent: 0, jobs: 0 }, Date.now())
  return { body: { pass, url, qr: renderSVG(url, { border: 2 }) }, status: 201 }
})

const list = route(getPasses, async ({ services }) => {
  const { database, mode } = requireLedger(services.ledger)
  const passes = await listPasses(await database(), mode)
  return { body: { passes: passes.map((pass) => passAnswer(pass, Date.now())) } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(list, create)
