import { useEffect, useState } from 'react'
import { addOwnReview, findOwnReview } from '@/lib/transfer/publish/own-reviews'

/**
 * The key of a review: from the manage link, whose `#` part it is, or from this browser's own list. The link's
 * is written down and taken out of the address, where people would copy it from.
 * @returns undefined until known; null without one
 */
export function useManageKey(id: string): string | null | undefined {
  const [key, setKey] = useState<string | null>()

  useEffect(() => {
    const linked = /^#([\w-]{20,})$/.exec(location.hash)?.[1]
    if (linked === undefined) return setKey(findOwnReview(id)?.manageKey ?? null)
    history.replaceState(history.state, '', location.pathname)
    const known = findOwnReview(id)
    if (known?.manageKey !== linked)
      addOwnReview({
        ...(known ?? { id, title: 'Review', url: null, createdAt: Date.now(), pictures: [] }),
        live: known?.live ?? 'off',
        manageKey: linked,
      })
    setKey(linked)
  }, [id])

  return key
}
