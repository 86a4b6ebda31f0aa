import { useEffect, useState } from 'react'
import useSWRInfinite from 'swr/infinite'
import { listStyles, type StylePage, type StyleQuery } from '@/lib/api/styles'

const options = {
  revalidateFirstPage: false,
  revalidateOnFocus: false,
  shouldRetryOnError: false,
  // A list that vanishes while it is searched takes the style under the pointer along.
  keepPreviousData: true,
}

type Key = readonly ['styles', StyleQuery]

/** Pages of styles, one after the other. */
export function useStyles(query: StyleQuery) {
  const keyOf = (index: number, before: StylePage | null): Key | null =>
    index > 0 && !before?.cursor
      ? null
      : ['styles', { ...query, cursor: before?.cursor ?? undefined }]
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite<
    StylePage,
    unknown,
    typeof keyOf
  >(keyOf, ([, one]) => listStyles(one), options)
  return {
    styles: data?.flatMap((page) => page.styles) ?? [],
    error,
    isLoading: isValidating,
    hasMore: Boolean(data?.at(-1)?.cursor),
    loadMore: () => void setSize(size + 1),
    reload: () => void mutate(),
  }
}

const debounceMs = 300

/** A text once typing rests. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), debounceMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
