import { postAsset } from '@/lib/contract/assets'
import { readPicture } from '@/lib/server/pictures/upload'
import { methods, route } from '@/lib/server/route'

const upload = route(postAsset, async ({ request, krea }) => {
  const { file, type, width, height } = await readPicture(request)
  const { id, url } = await krea.uploadAsset(file, { type })
  return { body: { asset: { id, url, width, height, bytes: file.size, type } }, status: 201 }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(upload)
