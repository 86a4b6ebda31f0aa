import { placed } from '@/lib/base-path'
import { isApiError } from '@/lib/contract/errors'
import { openPass } from '@/lib/contract/passes'
import { findPassBySecret, requireValid } from '@/lib/server/access/passes'
import { startSession } from '@/lib/server/access/session-cookies'
import type { Ledger } from '@/lib/server/db/connection'
import type { PassRow } from '@/lib/server/db/tables'
import { methods, route } from '@/lib/server/route'

const open = route(
  openPass,
  async ({ request, params, services: { ledger, sessions } }) => {
    try {
      const pass = await passOf(ledger, params.secret, Date.now())
      const seconds = secondsOf(pass, Date.now())
      return goTo('/', await startSession(sessions, request, 'pass', pass.id, seconds))
    } catch (error) {
      if (isApiError(error) && acceptsPage(request)) return goTo('/pass')
      throw error
    }
  },
  { loggedAs: '/p/…' },
)

async function passOf(ledger: Ledger | null, secret: string, now: number): Promise<PassRow> {
  const pass = ledger && (await findPassBySecret(await ledger.database(), secret))
  return requireValid(pass, now)
}

const secondsOf = ({ expiresAt }: PassRow, now: number) =>
  expiresAt ? (expiresAt.getTime() - now) / 1_000 : undefined

/** People get a page that explains it, programs the problem. */
const acceptsPage = (request: Request) =>
  request.headers.get('accept')?.includes('text/html') ?? false

function goTo(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: placed(path), 'Cache-Control': 'no-store' })
  if (cookie) headers.set('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

export const { DELETE, GET, PATCH, POST, PUT } = methods(open)
