import { renderSVG } from 'uqr'
import { toMicros } from '@/lib/money'
import { readJson } from '@/lib/server/body'
import { requireModel } from '@/lib/server/catalogue'
import { requireFuture } from '@/lib/server/expiry'
import { ledger } from '@/lib/server/ledger/ledger'
import { createPass, listPasses } from '@/lib/server/ledger/passes'
import { newPassSchema } from '@/lib/server/new-pass'
import { publicAddress } from '@/lib/server/origin'
import { passAnswer } from '@/lib/server/pass-answer'
import { refuse } from '@/lib/server/refuse'
import { json, route } from '@/lib/server/route'

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
