import { useEffect, useState } from 'react'
import { changes } from '@/lib/library/changes'
import { hasPictures } from '@/lib/library/has-pictures'

export type HasPictures = 'nothing' | 'records' | 'unavailable'

/** Whether this browser has records, without the code that shows them. Undefined until read. */
export function useHasPictures(): HasPictures | undefined {
  const [found, setFound] = useState<HasPictures>()

  useEffect(() => {
    const read = () =>
      hasPictures().then(
        (has) => setFound(has ? 'records' : 'nothing'),
        () => setFound('unavailable'),
      )
    void read()
    return changes.subscribe(({ kind }) => {
      if (kind === 'records') void read()
    })
  }, [])

  return found
}
