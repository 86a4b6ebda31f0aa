import { after } from 'next/server'
import { getTraining, postTraining } from '@/lib/contract/styles'
import { toDollars } from '@/lib/money'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { readIdempotencyKey } from '@/lib/server/http/idempotency-key'
import { methods, route } from '@/lib/server/route'
import { checkTraining, trainingModel } from '@/lib/server/styles/training'
import { purchaseOf } from '@/lib/server/submissions/purchase'

const options = route(getTraining, async ({ principal, services }) => {
  const { training } = (await services.catalog.get()).serverOnly
  if (!training) return { body: { training: null } }
  const { schema, prices, ...offered } = training
  const { micros, exact } = await purchaseOf(services, principal, trainingModel(training), {})
  const reserved = toDollars(micros)
  return { body: { training: { ...offered, price: exact ? reserved : null, reserved } } }
})

const train = route(
  postTraining,
  async ({ request, body, principal, services, krea }) => {
    const key = readIdempotencyKey(request)
    const order = body().then((given) => checkTraining(services.catalog, given))
    const checked = await order.catch(services.submissions.refuse(key))
    const { training, input } = checked
    const purchase = await purchaseOf(services, principal, trainingModel(training), input)
    after(() => services.sweeper.sweep(krea))
    const { job, fresh } = await services.submissions.submit({
      ...purchase,
      key,
      client: krea,
      beforeClaim: () => requireWithinRateLimit(services.rateLimiters, principal),
      createJob: () => krea.styles.train(checked.request),
    })
    services.reads.addKnown(krea, job.id)
    return { body: { job }, status: fresh ? 201 : 200 }
  },
  { identifies: true },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(options, train)
