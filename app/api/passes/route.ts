import { renderSVG } from 'uqr'
import { toMicros } from '@/lib/money'
import { requireFuture } from '@/lib/server/access/expiry'
import { newPassSchema } from '@/lib/server/access/new-pass'
import { passAnswer } from '@/lib/server/access/pass-answer'
import { createPass, listPasses } from '@/lib/server/access/passes'
import { ledger } from '@/lib/server/db/connection'
import { readJson } from '@/lib/server/http/body'
import { publicAddress } from '@/lib/server/http/origin'
import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'
import { requireModel } from '@/lib/server/models/catalog'

export const POST = route(
  async ({ request }) => {
    const { name, dollars, expiresAt, models } = await readJson(request, newPassSchema)
    for (const model of models ?? []) await requireModel(model)
    const { row, secret } = await createPass(
      await ledger().database(),
      {
        name,
        micros: toMicros(dollars),
        models: models ?? null,
        expiresAt: requireFuture(expiresAt, Date.now()),
      },
      Date.now(),
    )
    const url = `${publicAddress(request)}/p/${secret}`
    const pass = passAnswer({ ...row, spent: 0, jobs: 0 }, Date.now())
    return json({ pass, url, qr: renderSVG(url, { border: 2 }) }, { status: 201 })
  },
  { access: 'owner' },
)

export const GET = route(
  async () => {
    const { database, mode } = ledger()
    const passes = await listPasses(await database(), mode)
    return { passes: passes.map((pass) => passAnswer(pass, Date.now())) }
  },
  { access: 'owner' },
)

const other = refuse('GET, POST')

export { other as DELETE, other as PATCH, other as PUT }
