import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../../db/database'
import { eventsBetween, heartbeat } from './event-text'
import type { Listener } from './listener'
import { readWatched, type Watched } from './read-watched'

type Options = {
  database: () => Promise<Database>
  now: () => number
  /** How often changes that other servers made are looked for. */
  pollMs: number
}

const maxListeners = { all: 800, review: 400, guest: 6 }
const heartbeatMs = 15_000
/** Changes that come together are sent together. */
const gatherMs = 50
const retryAfterMs = 30_000

export type Feed = ReturnType<typeof createFeed>

/** Tells those who listen to reviews of changes. However many listen, one query looks for all of them. */
export function createFeed({ database, now, pollMs }: Options) {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | null = null
  let isChecking = false
  /** A change came while the last ones were read. */
  let isStale = false
  let lastBeatAt = 0

  async function check(): Promise<void> {
    isChecking = true
    isStale = false
    try {
      const db = await database()
      const watched = await readWatched(db, [...listeners], now())
      for (const listener of listeners) update(listener, watched)
    } catch {
      // A database that cannot be read now is asked again.
    } finally {
      isChecking = false
    }
    if (now() - lastBeatAt >= heartbeatMs) {
      lastBeatAt = now()
      for (const { send } of listeners) send(heartbeat)
    }
    schedule(isStale ? gatherMs : pollMs)
  }

  function schedule(ms: number): void {
    if (timer) clearTimeout(timer)
    timer = listeners.size === 0 ? null : setTimeout(check, ms).unref()
  }

  function update(listener: Listener, watched: Watched): void {
    const { tag, text } = eventsBetween(listener, watched)
    listener.tag = tag
    if (text !== '') listener.send(text)
    if (tag === '') listener.close()
  }

  return {
    /** Somebody changed something here: it is sent at once. */
    announce(): void {
      isStale = true
      if (!isChecking) schedule(gatherMs)
    },

    /** @returns how to stop. @throws ApiError `rate_limited` when too many listen: the page polls then */
    listen(listener: Listener): () => void {
      requirePlace([...listeners], listener)
      listeners.add(listener)
      isStale = true
      if (!isChecking) schedule(gatherMs)
      return () => listeners.delete(listener)
    },
  }
}

function requirePlace(others: Listener[], { reviewId, guestId }: Listener): void {
  const ofReview = others.filter((other) => other.reviewId === reviewId)
  const ofGuest = ofReview.filter((other) => guestId !== null && other.guestId === guestId)
  const isFull =
    others.length >= maxListeners.all ||
    ofReview.length >= maxListeners.review ||
    ofGuest.length >= maxListeners.guest
  if (isFull)
    throw new ApiError('rate_limited', 'Too many listen already. Ask from time to time instead.', {
      retryAfterMs,
    })
}
