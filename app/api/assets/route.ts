import { postAsset } from '@/lib/contract/assets'
import { requireWithinRateLimit } from '@/lib/server/access/rate-limit'
import { requireFunds } from '@/lib/server/billing/remaining-budget'
import { readPicture } from '@/lib/server/pictures/upload'
import { methods, route } from '@/lib/server/route'

const upload = route(postAsset, async ({ request, principal, services, krea }) => {
  await requireWithinRateLimit(services.rateLimiters, principal, 'upload')
  await requireFunds(services, principal)
  return services.runUpload(principal.address, async () => {
    const { file, type, width, height } = await readPicture(request)
    const { id, url } = await krea.uploadAsset(file, { type })
    return { body: { asset: { id, url, width, height, bytes: file.size, type } }, status: 201 }
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(upload)
