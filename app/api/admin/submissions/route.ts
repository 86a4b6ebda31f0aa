import { getSubmissions } from '@/lib/contract/submissions'
import { dayOf } from '@/lib/server/billing/budget'
import { toCsv } from '@/lib/server/billing/csv'
import { latestSubmissions } from '@/lib/server/billing/reports'
import { requireLedger } from '@/lib/server/db/connection'
import { methods, route } from '@/lib/server/route'

const maxRows = 50_000

const read = route(getSubmissions, async ({ services }) => {
  const { database, mode } = requireLedger(services.ledger)
  const rows = await latestSubmissions(await database(), mode, maxRows)
  return new Response(toCsv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="submissions-${dayOf(Date.now())}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
