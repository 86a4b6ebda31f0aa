import { kreaFor } from '@/lib/server/krea'
import { refuse } from '@/lib/server/refuse'
import { json, route } from '@/lib/server/route'
import { readPicture } from '@/lib/server/upload'

export const POST = route(async ({ request }) => {
  const { file, type, width, height } = await readPicture(request)
  const { id, url } = await kreaFor(request).uploadAsset(file, { type })
  return json({ asset: { id, url, width, height, bytes: file.size, type } }, { status: 201 })
})

const other = refuse('POST')

export { other as DELETE, other as GET, other as PATCH, other as PUT }
