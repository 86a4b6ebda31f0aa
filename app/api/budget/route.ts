import { leftFor } from '@/lib/server/left'
import { refuse } from '@/lib/server/refuse'
import { route } from '@/lib/server/route'
import { visitorOf } from '@/lib/server/visitor'

export const GET = route(async ({ request }) => leftFor(await visitorOf(request)))

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
