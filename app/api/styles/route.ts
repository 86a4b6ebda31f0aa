import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'
import { kreaFor } from '@/lib/server/jobs/krea'

const maxQueryLength = 200

export const GET = route(async ({ request }) => {
  const query = new URL(request.url).searchParams.get('q')?.trim().slice(0, maxQueryLength)
  return { styles: await kreaFor(request).listStyles({ query: query || undefined, limit: 50 }) }
})

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
