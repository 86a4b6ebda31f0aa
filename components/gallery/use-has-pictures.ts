import { useEffect, useState } from 'react'
import { galleryChannel } from '@/lib/library/channel'
import { hasPictures } from '@/lib/library/has-pictures'

export type HasPictures = 'nothing' | 'records' | 'unavailable'

/** What this browser keeps, without what it takes to show it; looked at again when any tab changes it. */
export function useHasPictures(): HasPictures | undefined {
  const [kept, setKept] = useState<HasPictures>()

  useEffect(() => {
    const look = () =>
      hasPictures().then(
        (has) => setKept(has ? 'records' : 'nothing'),
        () => setKept('unavailable'),
      )
    void look()
    const channel = galleryChannel()
    channel?.addEventListener('message', look)
    return () => channel?.close()
  }, [])

  return kept
}
