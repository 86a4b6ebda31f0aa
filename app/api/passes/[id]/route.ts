import { ApiError } from '@/lib/contract/errors'
import { guests } from '@/lib/server/access/guest-pass'
import { revokePass } from '@/lib/server/access/passes'
import { ledger } from '@/lib/server/db/connection'
import { readId } from '@/lib/server/http/ids'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'

type Params = { id: string }

/** Revokes: the row stays, for the books. */
export const DELETE = route<Params>(
  async ({ params }) => {
    const id = readId(params.id)
    const revoked = await revokePass(await ledger().database(), id, Date.now())
    guests().forget(id)
    if (!revoked) throw new ApiError('not_found', 'There is no such pass in force.')
    return { revoked: true }
  },
  { access: 'owner' },
)

const other = refuse('DELETE')

export { other as GET, other as PATCH, other as POST, other as PUT }
