import 'server-only'

export type Listener = {
  reviewId: string
  /** `null` for somebody without a name, and for the owner. */
  guestId: string | null
  isOwner: boolean
  /** As of what the listener knows; empty for one that knows nothing. */
  tag: string
  send: (text: string) => void
  close: () => void
}
