import { dayOf } from '@/lib/server/billing/budget'
import { toCsv } from '@/lib/server/billing/csv'
import { latestSubmissions } from '@/lib/server/billing/reports'
import { ledger } from '@/lib/server/db/connection'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'

const most = 50_000

/** The books as CSV, newest first. */
export const GET = route(
  async () => {
    const { database, mode } = ledger()
    const rows = await latestSubmissions(await database(), mode, most)
    return new Response(toCsv(rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="submissions-${dayOf(Date.now())}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  },
  { access: 'owner' },
)

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
