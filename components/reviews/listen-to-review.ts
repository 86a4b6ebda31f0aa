import { placed } from '@/lib/base-path'
import type { Shown } from '@/lib/contract/reviews/guest-view'
import { parseShown } from './parse-shown'

/** While no stream is open, in ms: a cut one is still seen within two seconds. */
const pollMs = 1_500
/** A page that nobody looks at asks this seldom. */
const hiddenPollMs = 20_000
/** A stream that the server refused is tried again after so long. */
const reopenMs = 30_000

type Listeners = {
  /** Something of the review may have changed: it is to be read again. */
  onChange: () => void
  onShown: (shown: Shown) => void
}

/**
 * Listens to a review. Where the stream is cut or refused, it asks for changes by itself until it is open again.
 * @returns how to stop
 */
export function listenToReview(path: string, { onChange, onShown }: Listeners): () => void {
  let source: EventSource
  let pollTimer: ReturnType<typeof setTimeout> | undefined
  let reopenTimer: ReturnType<typeof setTimeout> | undefined

  const poll = () => {
    onChange()
    pollTimer = setTimeout(poll, document.hidden ? hiddenPollMs : pollMs)
  }
  const stopPolling = () => {
    clearTimeout(pollTimer)
    pollTimer = undefined
  }
  const open = () => {
    source = new EventSource(placed(path))
    // A stream begins with what the page may not know: there is nothing to read yet.
    source.addEventListener('open', stopPolling)
    source.addEventListener('changed', onChange)
    source.addEventListener('ended', onChange)
    source.addEventListener('shown', ({ data }) => {
      const shown = parseShown(String(data))
      if (shown) onShown(shown)
    })
    source.addEventListener('error', () => {
      if (pollTimer === undefined) poll()
      if (source.readyState === EventSource.CLOSED) reopenTimer = setTimeout(open, reopenMs)
    })
  }
  const onVisible = () => document.hidden || onChange()
  open()
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    source.close()
    stopPolling()
    clearTimeout(reopenTimer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
