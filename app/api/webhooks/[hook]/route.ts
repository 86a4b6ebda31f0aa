import { ApiError } from '@/lib/contract/errors'
import { postWebhook } from '@/lib/contract/webhooks'
import { readHookedJob } from '@/lib/server/jobs/webhook'
import { methods, route } from '@/lib/server/route'

const receive = route(
  postWebhook,
  async ({ params: { hook }, services: { ledger, reads }, krea }) => {
    const isOurs = ledger !== null && (await readHookedJob(ledger, reads, krea, hook))
    if (!isOurs) throw new ApiError('not_found', 'There is nothing at this address.')
    return new Response(null, { status: 204 })
  },
  { loggedAs: '/api/webhooks/…' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(receive)
