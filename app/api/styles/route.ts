import { getStyles } from '@/lib/contract/styles'
import { methods, route } from '@/lib/server/route'

/** Krea's list cannot be searched: a name is looked for in as much of it as one page holds. */
const pageSize = 1_000
const maxStyles = 50

const find = route(getStyles, async ({ query, krea }) => {
  const text = query.q?.toLowerCase() ?? ''
  const { styles } = await krea.styles.list({ limit: text === '' ? maxStyles : pageSize })
  const found = styles.filter(
    ({ id, title }) => id === query.q || (title ?? '').toLowerCase().includes(text),
  )
  return {
    body: {
      styles: found
        .slice(0, maxStyles)
        .map(({ id, title, imageUrl }) => ({ id, name: title, imageUrl })),
    },
  }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(find)
