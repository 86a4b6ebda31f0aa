import { readImage } from '@/lib/server/image'
import { refuse } from '@/lib/server/refuse'
import { route } from '@/lib/server/route'

export const GET = route(({ request }) =>
  readImage(request, new URL(request.url).searchParams.get('url') ?? ''),
)

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
