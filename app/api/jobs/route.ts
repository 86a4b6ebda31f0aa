import { after } from 'next/server'
import { z } from 'zod'
import { translateRetired } from '@/lib/catalog/retired'
import { validateInput } from '@/lib/catalog/validate'
import { ApiError } from '@/lib/contract/errors'
import { ownAmong } from '@/lib/server/access/guest-pass'
import { permissionsOf } from '@/lib/server/access/principal'
import { requireWithinLimit } from '@/lib/server/access/rate-limit'
import { readJson } from '@/lib/server/http/body'
import { readIds, readKey } from '@/lib/server/http/ids'
import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'
import { kreaFor } from '@/lib/server/jobs/krea'
import { reads } from '@/lib/server/jobs/reads'
import { requireModel } from '@/lib/server/models/catalog'
import { purchaseOf, webhookUrlOf } from '@/lib/server/submissions/purchase'
import { submissions } from '@/lib/server/submissions/submissions'
import { sweeper } from '@/lib/server/submissions/sweeper'
import { requireWebhookUrl } from '@/lib/server/submissions/webhook-url'

const bodySchema = z.object({
  model: z.string().max(200),
  input: z.record(z.string(), z.json()),
  webhookUrl: z.string().max(1_000).optional(),
})

export const POST = route(async ({ request }) => {
  const key = readKey(request)
  const body = await readJson(request, bodySchema)
  const model = await requireModel(body.model)
  const input = translateRetired(model, body.input)
  const fields = validateInput(model, input)
  if (fields.length > 0) throw new ApiError('invalid_input', undefined, { fields })
  const chosen = body.webhookUrl && (await requireWebhookUrl(body.webhookUrl)).href
  const purchase = await purchaseOf(request, model, input)
  const client = kreaFor(request)
  after(() => sweeper().sweep(client))
  const { job, fresh } = await submissions().submit({
    ...purchase,
    key,
    client,
    beforeSending: () => requireWithinLimit(request),
    webhookUrl: chosen || webhookUrlOf(purchase),
  })
  return json({ job }, { status: fresh ? 201 : 200 })
})

export const GET = route(async ({ request }) => {
  const [ids, others] = await ownAmong(await permissionsOf(request), readIds(request))
  const { jobs, missing } = await reads().readMany(kreaFor(request), ids)
  return { jobs, missing: [...missing, ...others] }
})

const other = refuse('GET, POST')

export { other as DELETE, other as PATCH, other as PUT }
