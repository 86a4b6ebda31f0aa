import { shareStyle, unshareStyle } from '@/lib/contract/styles'
import { methods, route } from '@/lib/server/route'
import { requireHost } from '@/lib/server/styles/require-host'

const share = route(shareStyle, async ({ params: { id }, principal, krea }) => {
  requireHost(principal)
  await krea.styles.shareWithWorkspace(id)
  return { body: { shared: true } }
})

const unshare = route(unshareStyle, async ({ params: { id }, principal, krea }) => {
  requireHost(principal)
  await krea.styles.unshareFromWorkspace(id)
  return { body: { shared: false } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(share, unshare)
