import { ApiError } from '@/lib/errors'
import { kreaFor } from '@/lib/server/krea'
import { ledgerIfOn } from '@/lib/server/ledger/ledger'
import { reads } from '@/lib/server/reads'
import { refuse } from '@/lib/server/refuse'
import { route } from '@/lib/server/route'
import { takeHint } from '@/lib/server/webhook'

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
