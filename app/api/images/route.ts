import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'
import { readImage } from '@/lib/server/pictures/image'

export const GET = route(({ request }) =>
  readImage(request, new URL(request.url).searchParams.get('url') ?? ''),
)

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
