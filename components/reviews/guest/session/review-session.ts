import { isApiError } from '@/lib/contract/errors'
import type { GuestView, Shown } from '@/lib/contract/reviews/guest-view'
import { listenToReview } from '../../listen-to-review'
import type { GuestCalls } from './guest-calls'
import { readView } from './read-view'

export type SessionState = {
  view: GuestView
  /** The review has ended since the page was opened. */
  isGone: boolean
  /** Why the last change was not written; a sentence. */
  problem: string | null
}

type Listener = (state: SessionState) => void

const server = {
  readView,
  /** The code that sends, which the first view does not need. */
  getCalls: async (secret: string): Promise<GuestCalls> =>
    (await import('./guest-calls')).guestCalls(secret),
}

/**
 * A guest's review in this page: what is known of it, the changes on their way, and news from the server.
 * @param from reads the review and sends changes
 */
export function createReviewSession(
  secret: string,
  initial: GuestView,
  initialEtag: string,
  from = server,
) {
  const listeners = new Set<Listener>()
  let state: SessionState = { view: initial, isGone: false, problem: null }
  let etag: string | null = initialEtag
  /** The number of changes on their way. */
  let pending = 0
  /** Counts each start and each end of a change: a read that began before one of them may not know the change. */
  let changeEdges = 0
  let reading: Promise<void> | null = null
  let isStale = false
  /** Changes are sent one after the other: the last one counts. */
  let lastSend: Promise<unknown> = Promise.resolve()

  const set = (change: Partial<SessionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener(state)
  }

  async function read(): Promise<void> {
    const before = changeEdges
    const answer = await from.readView(secret, etag)
    if (answer.kind === 'gone') return set({ isGone: true })
    if (answer.kind === 'unchanged' || pending > 0) return
    if (before !== changeEdges) return refresh()
    etag = answer.etag
    set({ view: { ...answer.view, shown: newer(state.view.shown, answer.view.shown) } })
  }

  /** One read at a time; whatever changes meanwhile is read once more after it. */
  function refresh(): void {
    isStale = true
    if (reading || state.isGone) return
    isStale = false
    reading = read()
      .catch(() => undefined)
      .finally(() => {
        reading = null
        if (isStale) refresh()
      })
  }

  /** Shows a change at once, and takes it back where the server refuses it. @returns whether it was written */
  async function change(
    expected: (view: GuestView) => GuestView,
    send: (calls: GuestCalls) => Promise<((view: GuestView) => GuestView) | undefined>,
  ): Promise<boolean> {
    const before = state.view
    pending += 1
    changeEdges += 1
    set({ view: expected(before), problem: null })
    try {
      const sending = lastSend.then(async () => send(await from.getCalls(secret)))
      lastSend = sending.catch(ignore)
      const written = await sending
      if (written) set({ view: written(state.view) })
      return true
    } catch (error) {
      set({ view: before, problem: sentenceOf(error) })
      return false
    } finally {
      pending -= 1
      changeEdges += 1
      etag = null
      refresh()
    }
  }

  const listen = () =>
    listenToReview(`/api/r/${secret}/events`, {
      onChange: refresh,
      onShown(shown) {
        if (shown.revision > state.view.shown.revision) set({ view: { ...state.view, shown } })
      },
    })

  return {
    read: () => state,
    subscribe(listener: Listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change,
    refresh,
    listen,
    dismissProblem: () => set({ problem: null }),
  }
}

export type ReviewSession = ReturnType<typeof createReviewSession>

const newer = (a: Shown, b: Shown): Shown => (b.revision >= a.revision ? b : a)

const sentenceOf = (error: unknown): string =>
  isApiError(error) ? error.message : 'That could not be sent. Check the connection and try again.'

const ignore = () => undefined
