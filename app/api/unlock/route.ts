import { isLocked, locked } from '@/lib/server/access/gate'
import { requirePassword } from '@/lib/server/access/password'
import { endSession, startSession } from '@/lib/server/access/session'
import { env } from '@/lib/server/env'
import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'

export const POST = route(
  async ({ request }) => {
    if (!isLocked(env())) return { locked: false }
    const { password } = env()
    if (password === null) throw locked()
    await requirePassword(request, password)
    return json(
      { locked: false },
      { headers: { 'Set-Cookie': await startSession(request, 'unlocked') } },
    )
  },
  { access: 'open' },
)

export const DELETE = route(
  async ({ request }) => {
    const response = json({ locked: isLocked(env()) })
    for (const kind of ['unlocked', 'owner', 'pass'] as const)
      response.headers.append('Set-Cookie', await endSession(request, kind))
    return response
  },
  { access: 'open' },
)

const other = refuse('POST, DELETE')

export { other as GET, other as PATCH, other as PUT }
