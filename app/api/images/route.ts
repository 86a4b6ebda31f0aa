import { getImage } from '@/lib/contract/images'
import { readImage } from '@/lib/server/pictures/image'
import { methods, route } from '@/lib/server/route'

const read = route(getImage, ({ request, query, services }) =>
  readImage(request, query.url, services),
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
