import { getSubmissions } from '@/lib/contract/submissions'
import { dayOf } from '@/lib/server/billing/budget'
import { csvOf } from '@/lib/server/billing/csv'
import { allSubmissions } from '@/lib/server/billing/reports'
import { requireLedger } from '@/lib/server/db/connection'
import { streamOf } from '@/lib/server/http/stream'
import { methods, route } from '@/lib/server/route'

const pageSize = 500
/** Characters of a prompt: spreadsheets take 32,767 in a cell. */
const maxPrompt = 2_000

const read = route(getSubmissions, async ({ services }) => {
  const { database, mode } = requireLedger(services.ledger)
  const pages = allSubmissions(await database(), mode, { limit: pageSize, maxPrompt })
  return new Response(streamOf(csvOf(pages)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="submissions-${dayOf(Date.now())}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
