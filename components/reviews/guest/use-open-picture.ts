import { useEffect, useState } from 'react'
import type { GuestView } from '@/lib/contract/reviews/guest-view'

/** The picture that is open; its id is the address' `#` part, so that a reload keeps the place. */
export function useOpenPicture(view: GuestView) {
  const [id, setId] = useState<string | null>(null)

  useEffect(() => {
    const read = () => setId(location.hash.slice(1) || null)
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  const open = (next: string | null) => {
    setId(next)
    history.replaceState(history.state, '', next === null ? location.pathname : `#${next}`)
  }
  const isThere = view.pictures.some((picture) => picture.id === id)
  return [isThere ? id : null, open] as const
}
