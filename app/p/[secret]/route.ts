import { placed } from '@/lib/base-path'
import { ApiError } from '@/lib/contract/errors'
import { findPassBySecret, requireValid } from '@/lib/server/access/passes'
import { startSession } from '@/lib/server/access/session'
import { ledgerIfOn } from '@/lib/server/db/connection'
import type { PassRow } from '@/lib/server/db/tables'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'

type Params = { secret: string }

/** A guest's link: takes the pass into a cookie and goes to the playground. */
export const GET = route<Params>(
  async ({ request, params }) => {
    try {
      const pass = await passOf(params.secret, Date.now())
      return goTo('/', await startSession(request, 'pass', pass.id, secondsOf(pass, Date.now())))
    } catch (error) {
      if (error instanceof ApiError && isPage(request)) return goTo('/pass')
      throw error
    }
  },
  { access: 'open', loggedAs: '/p/…' },
)

async function passOf(secret: string, now: number): Promise<PassRow> {
  const books = ledgerIfOn()
  return requireValid(books && (await findPassBySecret(await books.database(), secret)), now)
}

const secondsOf = ({ expiresAt }: PassRow, now: number) =>
  expiresAt ? (expiresAt.getTime() - now) / 1_000 : undefined

/** People get a page with words, programs the problem. */
const isPage = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false

function goTo(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: placed(path), 'Cache-Control': 'no-store' })
  if (cookie) headers.set('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
