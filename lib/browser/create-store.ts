import { useSyncExternalStore } from 'react'

export type Store<T> = ReturnType<typeof createStore<T>>

/**
 * A value that several parts of the page share. Only the browser writes it: on the server, visitors share modules.
 * @param initial also the value of the server and of hydration
 * @param connect runs while anybody subscribes, for a timer or an event that writes. @returns how to stop
 */
export function createStore<T>(initial: T, connect?: (write: (next: T) => void) => () => void) {
  const listeners = new Set<() => void>()
  let value = initial
  let disconnect: (() => void) | undefined

  const read = (): T => value

  function write(next: T): void {
    if (Object.is(next, value)) return
    value = next
    for (const listener of listeners) listener()
  }

  /** @returns how to unsubscribe */
  function subscribe(listener: () => void): () => void {
    if (listeners.size === 0) disconnect = connect?.(write)
    listeners.add(listener)
    return () => {
      if (!listeners.delete(listener) || listeners.size > 0) return
      disconnect?.()
      disconnect = undefined
    }
  }

  const use = (): T => useSyncExternalStore(subscribe, read, () => initial)

  return { read, write, subscribe, use }
}
