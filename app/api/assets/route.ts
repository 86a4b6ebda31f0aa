import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'
import { kreaFor } from '@/lib/server/jobs/krea'
import { readPicture } from '@/lib/server/pictures/upload'

export const POST = route(async ({ request }) => {
  const { file, type, width, height } = await readPicture(request)
  const { id, url } = await kreaFor(request).uploadAsset(file, { type })
  return json({ asset: { id, url, width, height, bytes: file.size, type } }, { status: 201 })
})

const other = refuse('POST')

export { other as DELETE, other as GET, other as PATCH, other as PUT }
