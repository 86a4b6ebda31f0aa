import { after } from 'next/server'
import { ApiError } from '@/lib/contract/errors'
import { getTraining, postTraining } from '@/lib/contract/styles'
import { toDollars } from '@/lib/money'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { readIdempotencyKey } from '@/lib/server/http/idempotency-key'
import { methods, route } from '@/lib/server/route'
import {
  requireTrainable,
  toKreaTraining,
  trainingInput,
  trainingModel,
} from '@/lib/server/styles/training'
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
    const given = await body()
    const { training } = (await services.catalog.get()).serverOnly
    if (!training) throw new ApiError('unknown_model', 'Krea’s document offers no training.')
    const input = trainingInput(given)
    requireTrainable(training, input)
    const purchase = await purchaseOf(services, principal, trainingModel(training), input)
    after(() => services.sweeper.sweep(krea))
    const { job, fresh } = await services.submissions.submit({
      ...purchase,
      key,
      client: krea,
      beforeClaim: () => requireWithinRateLimit(services.rateLimiters, principal),
      createJob: () => krea.styles.train(toKreaTraining(given)),
    })
    services.reads.addKnown(krea, job.id)
    return { body: { job }, status: fresh ? 201 : 200 }
  },
  { identifies: true },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(options, train)
