import { visitorOf } from '@/lib/server/access/principal'
import { remainingFor } from '@/lib/server/billing/budget-left'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'

export const GET = route(async ({ request }) => remainingFor(await visitorOf(request)))

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
