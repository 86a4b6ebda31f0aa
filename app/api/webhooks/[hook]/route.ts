import { ApiError } from '@/lib/contract/errors'
import { ledgerIfOn } from '@/lib/server/db/connection'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'
import { kreaFor } from '@/lib/server/jobs/krea'
import { reads } from '@/lib/server/jobs/reads'
import { takeHint } from '@/lib/server/jobs/webhook'

type Params = { hook: string }

/** Krea says that a job has ended. Anyone could say so: it only makes us read the job again. */
export const POST = route<Params>(
  async ({ request, params }) => {
    const books = ledgerIfOn()
    const taken = books && (await takeHint(books, reads(), kreaFor(request), params.hook))
    if (!taken) throw new ApiError('not_found', 'There is nothing at this address.')
    return new Response(null, { status: 204 })
  },
  { access: 'open', loggedAs: '/api/webhooks/…' },
)

const other = refuse('POST')

export { other as DELETE, other as GET, other as PATCH, other as PUT }
