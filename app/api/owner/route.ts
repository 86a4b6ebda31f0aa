import { ApiError } from '@/lib/contract/errors'
import { requirePassword } from '@/lib/server/access/password'
import { endSession, startSession } from '@/lib/server/access/session'
import { env } from '@/lib/server/env'
import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'

export const POST = route(
  async ({ request }) => {
    const { adminPassword } = env()
    if (adminPassword === null)
      throw new ApiError('locked', 'There is no owner until PLAYGROUND_ADMIN_PASSWORD is set.')
    await requirePassword(request, adminPassword)
    return json(
      { owner: true },
      { headers: { 'Set-Cookie': await startSession(request, 'owner') } },
    )
  },
  { access: 'open' },
)

export const DELETE = route(
  async ({ request }) =>
    json({ owner: false }, { headers: { 'Set-Cookie': await endSession(request, 'owner') } }),
  { access: 'open' },
)

const other = refuse('POST, DELETE')

export { other as GET, other as PATCH, other as PUT }
