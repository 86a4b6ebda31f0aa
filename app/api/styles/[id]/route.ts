import { renameStyle } from '@/lib/contract/styles'
import { methods, route } from '@/lib/server/route'
import { toStyle } from '@/lib/server/styles/find-styles'
import { requireHost } from '@/lib/server/styles/require-host'

const rename = route(renameStyle, async ({ params: { id }, body, principal, krea }) => {
  requireHost(principal)
  const { name } = await body()
  return { body: { style: toStyle(await krea.styles.update(id, { title: name })) } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(rename)
