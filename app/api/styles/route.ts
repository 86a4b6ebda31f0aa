import { getStyles } from '@/lib/contract/styles'
import { methods, route } from '@/lib/server/route'
import { findStyles } from '@/lib/server/styles/find-styles'

const find = route(getStyles, async ({ query, krea }) => ({ body: await findStyles(krea, query) }))

export const { DELETE, GET, PATCH, POST, PUT } = methods(find)
