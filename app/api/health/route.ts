import { isLockedFor } from '@/lib/server/access/gate'
import { ledgerIfOn } from '@/lib/server/db/connection'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'
import { modeOf } from '@/lib/server/jobs/krea'
import { version } from '@/package.json'

export const GET = route(
  async ({ request }) => ({
    ok: true,
    mode: modeOf(),
    locked: await isLockedFor(request),
    /** Null where no books are kept. */
    ledger: ledgerIfOn()?.storage() ?? null,
    version,
  }),
  { access: 'open' },
)

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
