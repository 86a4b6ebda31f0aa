import type { Style } from '@/lib/krea/styles'
import { refuse } from '@/lib/server/http/refuse'
import { route } from '@/lib/server/http/route'
import { kreaFor } from '@/lib/server/jobs/krea'

const maxQueryLength = 200

export const GET = route(async ({ request }) => {
  const query = new URL(request.url).searchParams.get('q')?.trim().slice(0, maxQueryLength) ?? ''
  const { styles } = await kreaFor(request).styles.list({ limit: 1000 })
  return { styles: styles.filter((style) => matches(style, query.toLowerCase())).map(toAnswer) }
})

const matches = ({ id, title }: Style, query: string) =>
  id === query || (title ?? '').toLowerCase().includes(query)

const toAnswer = ({ id, title, imageUrl }: Style) => ({ id, name: title, imageUrl })

const other = refuse('GET')

export { other as DELETE, other as PATCH, other as POST, other as PUT }
