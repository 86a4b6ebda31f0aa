import { isEnded } from '@/lib/contract/job-status'
import { cancelJob as cancelContract, getJob } from '@/lib/contract/jobs'
import { askerOf } from '@/lib/server/jobs/asker'
import { cancelJob } from '@/lib/server/jobs/cancel'
import { methods, route } from '@/lib/server/route'

const read = route(getJob, async ({ request, params: { id }, principal, services, krea }) => {
  await services.guests.requireOwnJob(principal, id)
  const job = await services.reads.readOne(krea, id, askerOf(principal, request))
  return {
    body: { job },
    headers: { 'Cache-Control': isEnded(job) ? 'private, max-age=60' : 'no-store' },
  }
})

const cancel = route(
  cancelContract,
  async ({ request, params: { id }, principal, services, krea }) => {
    await services.guests.requireOwnJob(principal, id)
    const asker = askerOf(principal, request)
    return { body: { job: await cancelJob(services.reads, krea, id, asker) } }
  },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read, cancel)
