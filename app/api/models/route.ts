import { getModels } from '@/lib/contract/models'
import { methods, route } from '@/lib/server/route'

const read = route(getModels, async ({ request, services }) => {
  const { etag, serverOnly, ...catalog } = await services.catalog.get()
  const headers = { ETag: etag, 'Cache-Control': 'public, no-cache' }
  const known = request.headers.get('if-none-match')?.split(/,\s*/) ?? []
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return { body: catalog, headers }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
