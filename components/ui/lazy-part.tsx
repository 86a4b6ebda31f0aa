import { type ComponentType, useEffect, useSyncExternalStore } from 'react'
import { NotLoaded } from './not-loaded'

type State<Props> = { Part?: ComponentType<Props>; failed?: boolean }

/** `soon` fetches its code, for when a hand comes near. */
export type LazyPart<Props> = ComponentType<Props> & { soon: () => void }

/**
 * A part of the page whose code comes when it is first shown. `dynamic()` would suspend for it: React then
 * holds it back for up to 300 ms after its code is there, and the whole page where no boundary stands.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): LazyPart<Props> {
  let state: State<Props> = unknown
  const listeners = new Set<() => void>()
  const set = (next: State<Props>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const soon = () => {
    if (!state.Part) load().then((Part) => set({ Part }), nothing)
  }
  const fetchPart = () => {
    set(unknown)
    load().then(
      (Part) => set({ Part }),
      () => set({ failed: true }),
    )
  }
  function LaterPart(props: Props) {
    // As the server drew it until the page is alive, however early its code came.
    const { Part, failed } = useSyncExternalStore(
      subscribe,
      () => state,
      (): State<Props> => unknown,
    )
    useEffect(() => {
      if (!state.Part) fetchPart()
    }, [])
    if (failed) return <NotLoaded onRetry={fetchPart} />
    return Part ? <Part {...props} /> : <Meanwhile />
  }
  return Object.assign(LaterPart, { soon })
}

const unknown = {}
const nothing = () => undefined
const Nothing = () => null
