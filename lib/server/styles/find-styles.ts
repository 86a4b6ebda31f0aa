import 'server-only'
import { styleModelOf } from '@/lib/catalog/krea-quirks'
import type { Style, StyleFilter } from '@/lib/contract/styles'
import type { KreaClient } from '@/lib/krea/client'
import type { Style as KreaStyle, StyleQuery } from '@/lib/krea/styles'

type Query = { q?: string; filter?: StyleFilter; model?: string; cursor?: string; ids?: string[] }

type Page = { styles: Style[]; cursor: string | null }

const pageSize = 60
/** Krea's list cannot be searched: one search reads at most so much of it. */
const searchedPageSize = 200
const maxSearchedPages = 5
const enoughFound = 20

/** Styles as Krea lists them. With `q`, those whose name holds it, and the one whose id it is. */
export async function findStyles(
  client: Pick<KreaClient, 'styles'>,
  { q = '', filter = 'all', model = '', cursor, ids }: Query,
): Promise<Page> {
  if (ids) {
    const { styles } = await client.styles.list({ ids, limit: ids.length })
    return { styles: styles.filter(({ id }) => ids.includes(id)).map(toStyle), cursor: null }
  }
  const fitting = styleModelOf(model)
  const query: StyleQuery = { filter, ...(fitting === null ? {} : { model: fitting }) }
  if (q === '') {
    const page = await client.styles.list({ ...query, cursor, limit: pageSize })
    return { styles: page.styles.map(toStyle), cursor: page.nextCursor }
  }
  return search(client, query, q.toLowerCase(), cursor)
}

/** Whole pages at a time, so that a cursor never leaves a match behind. */
async function search(
  client: Pick<KreaClient, 'styles'>,
  query: StyleQuery,
  text: string,
  cursor: string | undefined,
): Promise<Page> {
  const found: KreaStyle[] = []
  let next = cursor
  for (let read = 0; read < maxSearchedPages; read++) {
    const page = await client.styles.list({ ...query, cursor: next, limit: searchedPageSize })
    found.push(...page.styles.filter((style) => matches(style, text)))
    if (page.nextCursor === null || page.nextCursor === next)
      return { styles: found.map(toStyle), cursor: null }
    next = page.nextCursor
    if (found.length >= enoughFound) break
  }
  return { styles: found.map(toStyle), cursor: next ?? null }
}

const matches = ({ id, title }: KreaStyle, text: string) =>
  id.toLowerCase() === text || (title ?? '').toLowerCase().includes(text)

export const toStyle = ({
  id,
  title,
  imageUrl,
  prompt,
  models,
  likes,
  owner,
}: KreaStyle): Style => ({
  id,
  name: title,
  imageUrl,
  prompt,
  models,
  likes,
  owner: owner?.name ?? null,
})
