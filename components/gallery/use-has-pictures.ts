import { useEffect, useState } from 'react'
import { changes } from '@/lib/library/changes'
import { hasPictures } from '@/lib/library/has-pictures'

export type HasPictures = 'nothing' | 'records' | 'unavailable'

/**
 * Whether this browser has records, without the code that shows them; that code says when the last is gone.
 * Undefined until read.
 */
export function useHasPictures(): HasPictures | undefined {
  const [found, setFound] = useState<HasPictures>()

  useEffect(() => {
    // A record that was added meanwhile is newer than this read.
    const setFirst = (first: HasPictures) => setFound((now) => now ?? first)
    hasPictures().then(
      (has) => setFirst(has ? 'records' : 'nothing'),
      () => setFirst('unavailable'),
    )
    return changes.subscribe((change) => {
      if (change.kind === 'records' && change.records.some(({ to }) => to !== null))
        setFound('records')
    })
  }, [])

  return found
}
