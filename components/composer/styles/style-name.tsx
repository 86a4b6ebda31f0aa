import useSWR from 'swr'
import { readStyle } from '@/lib/api/styles'
import type { Style } from '@/lib/contract/styles'
import { StyleCover } from './style-card'

const options = { revalidateOnFocus: false, revalidateIfStale: false, shouldRetryOnError: false }

/** Cover and name of a style that is in use, or that Krea does not know it. */
export function StyleName({ id }: { id: string }) {
  const { data, error } = useSWR<Style | null, unknown>(['style', id], () => readStyle(id), options)
  if (data === null)
    return (
      <span role="alert" className="min-w-0 flex-1 text-danger text-xs">
        Krea knows no style “{id}”.
      </span>
    )
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      {data && <StyleCover style={data} className="size-9 shrink-0 rounded" />}
      <span title={id} className="grid min-w-0">
        <span className="truncate text-xs">{data?.name ?? id}</span>
        {error !== undefined && (
          <span className="text-2xs text-muted">Its name could not be loaded.</span>
        )}
      </span>
    </span>
  )
}
