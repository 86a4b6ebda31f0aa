import { after } from 'next/server'
import { propertiesOf } from '@/lib/catalog/field'
import { translateRetired } from '@/lib/catalog/retired'
import { ApiError } from '@/lib/contract/errors'
import { getJobs, postJob } from '@/lib/contract/jobs'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { readIdempotencyKey } from '@/lib/server/http/idempotency-key'
import { askerOf } from '@/lib/server/jobs/asker'
import { methods, route } from '@/lib/server/route'
import { purchaseOf, webhookUrlOf } from '@/lib/server/submissions/purchase'
import { requireWebhookUrl } from '@/lib/server/submissions/webhook-url'

const submit = route(
  postJob,
  async ({ request, body, principal, services, krea }) => {
    const key = readIdempotencyKey(request)
    const { model: id, input: given, webhookUrl } = await body()
    const model = await services.catalog.requireModel(id)
    const input = translateRetired(model, given)
    const fields = await services.catalog.check(model, input)
    if (fields.length > 0) throw new ApiError('invalid_input', undefined, { fields })
    const chosenUrl = webhookUrl && (await requireWebhookUrl(webhookUrl)).href
    const purchase = await purchaseOf(services, principal, model, input)
    after(() => services.sweeper.sweep(krea))
    const { job, fresh } = await services.submissions.submit({
      ...purchase,
      key,
      client: krea,
      beforeClaim: () => requireWithinRateLimit(services.rateLimiters, principal),
      webhookUrl: chosenUrl || webhookUrlOf(services, purchase),
      fieldNames: model.fields.flatMap(propertiesOf),
    })
    services.reads.addKnown(krea, job.id)
    return { body: { job }, status: fresh ? 201 : 200 }
  },
  { identifies: true },
)

const readMany = route(getJobs, async ({ request, query, principal, services, krea }) => {
  const [ids, others] = await services.guests.splitOwnJobs(principal, query.ids)
  const { jobs, missing } = await services.reads.readMany(krea, ids, askerOf(principal, request))
  return { body: { jobs, missing: [...missing, ...others] } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(readMany, submit)
