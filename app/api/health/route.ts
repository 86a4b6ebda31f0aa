import { isLockedFor } from '@/lib/server/gate'
import { modeOf } from '@/lib/server/krea'
import { ledgerIfOn } from '@/lib/server/ledger/ledger'
import { refuse } from '@/lib/server/refuse'
import { route } from '@/lib/server/route'
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
