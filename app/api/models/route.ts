import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'
import { getCatalog } from '@/lib/server/models/catalog'

export const GET = route(
  async ({ request }) => {
    const { etag, ...catalog } = await getCatalog()
    const headers = { ETag: etag, 'Cache-Control': 'public, no-cache' }
    const known = request.headers.get('if-none-match')?.split(/,\s*/) ?? []
    if (known.includes(etag)) return new Response(null, { status: 304, headers })
    return json(catalog, { headers })
  },
  { access: 'open' },
)

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
