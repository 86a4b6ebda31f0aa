import { useEffect, useState, useSyncExternalStore } from 'react'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { createReviewSession } from './review-session'

/** The session of this page, which listens while the page is open. */
export function useReviewSession(secret: string, initial: GuestView, etag: string) {
  const [session] = useState(() => createReviewSession(secret, initial, etag))
  const state = useSyncExternalStore(session.subscribe, session.read, session.read)
  useEffect(() => (state.isGone ? undefined : session.listen()), [session, state.isGone])
  return { session, ...state }
}
