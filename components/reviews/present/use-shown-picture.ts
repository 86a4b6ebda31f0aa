import { useCallback, useEffect, useRef, useState } from 'react'
import type { Review } from '@/lib/contract/reviews/review'
import type { SendChange } from '../owner/use-owned-review'

/**
 * What the presenter shows: at once here, and for the guests as fast as the server takes it. Of many changes in a
 * row only the last is sent. It ends with the presentation.
 */
export function useShownPicture(review: Review, send: SendChange) {
  const [id, setId] = useState(review.shown.pictureId ?? review.pictures[0]?.id ?? null)
  const [isBlack, setBlack] = useState(false)
  const wanted = useRef<string | null | undefined>(undefined)
  const isSending = useRef(false)

  const show = useCallback(
    async (pictureId: string | null): Promise<void> => {
      wanted.current = pictureId
      if (isSending.current) return
      isSending.current = true
      while (wanted.current !== undefined) {
        const next = wanted.current
        wanted.current = undefined
        await send((calls) => calls.show(next))
      }
      isSending.current = false
    },
    [send],
  )

  useEffect(() => void show(isBlack ? null : id), [show, id, isBlack])
  useEffect(() => {
    const end = () => void show(null)
    return end
  }, [show])

  return { id, isBlack, setId, setBlack }
}
