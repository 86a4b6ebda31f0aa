import { Button } from '@/components/ui/button'
import type { StyleQuery } from '@/lib/api/styles'
import { StyleCard } from './style-card'
import { useSettledText, useStyles } from './use-styles'

type Props = {
  query: StyleQuery & { q: string }
  chosen: string[]
  canAdd: boolean
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  onClose: () => void
}

/** The styles of a query, page by page. */
export function StyleGrid({ query, chosen, canAdd, onAdd, onRemove, onClose }: Props) {
  const q = useSettledText(query.q)
  const { styles, error, isLoading, hasMore, loadMore, reload } = useStyles({ ...query, q })
  return (
    <div className="grid grid-cols-1 gap-3">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {styles.map((style) => (
          <li key={style.id}>
            <StyleCard
              style={style}
              isChosen={chosen.includes(style.id)}
              canAdd={canAdd}
              isOwn={query.filter === 'user'}
              onAdd={onAdd}
              onRemove={onRemove}
              onChanged={reload}
              onClose={onClose}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="text-center text-muted empty:hidden">
        {statusText({ count: styles.length, error, isLoading, hasMore, isSearch: q !== '' })}
      </p>
      {error !== undefined && <Button onClick={reload}>Try again</Button>}
      {hasMore && !isLoading && (
        <Button onClick={loadMore}>{q === '' ? 'Show more' : 'Search further'}</Button>
      )}
    </div>
  )
}

type Status = {
  count: number
  error: unknown
  isLoading: boolean
  hasMore: boolean
  isSearch: boolean
}

function statusText({ count, error, isLoading, hasMore, isSearch }: Status): string {
  if (isLoading) return 'Loading styles…'
  if (error !== undefined)
    return error instanceof Error ? error.message : 'The styles could not be loaded.'
  if (count > 0) return ''
  if (!isSearch) return 'There are no such styles.'
  return hasMore ? 'Nothing found so far.' : 'No style of this name.'
}
