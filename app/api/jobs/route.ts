import { after } from 'next/server'
import { propertiesOf } from '@/lib/catalog/field'
import { getJobs, postJob } from '@/lib/contract/jobs'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { readIdempotencyKey } from '@/lib/server/http/idempotency-key'
import { askerOf } from '@/lib/server/jobs/asker'
import { methods, route } from '@/lib/server/route'
import { checkOrder } from '@/lib/server/submissions/check-order'
import { purchaseOf, webhookUrlOf } from '@/lib/server/submissions/purchase'

const submit = route(
  postJob,
  async ({ request, body, principal, services, krea }) => {
    const key = readIdempotencyKey(request)
    const order = body().then((given) => checkOrder(services.catalog, given))
    const { model, input, webhookUrl } = await order.catch(services.submissions.refuse(key))
    const purchase = await purchaseOf(services, principal, model, input)
    after(() => services.sweeper.sweep(krea))
    const { job, fresh } = await services.submissions.submit({
      ...purchase,
      key,
      client: krea,
      beforeClaim: () => requireWithinRateLimit(services.rateLimiters, principal),
      webhookUrl: webhookUrl || webhookUrlOf(services, purchase),
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
