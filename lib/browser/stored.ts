import { useSyncExternalStore } from 'react'
import type * as z from 'zod/mini'
import { createStore } from './create-store'

/**
 * A small value that outlives the page and is the same in every tab. Where storage is full or
 * forbidden, it lasts as long as this page.
 */
export function createStored<T>(name: string, schema: z.ZodMiniType<T>, initial: T) {
  const key = `krea-playground:${name}`
  const store = createStore(initial)
  let loaded = false

  function read(): T {
    if (!loaded) {
      loaded = true
      addEventListener('storage', onStorage)
      store.write(load())
    }
    return store.read()
  }

  function load(): T {
    try {
      const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
      return parsed.success ? parsed.data : initial
    } catch {
      return initial
    }
  }

  function write(next: T): void {
    read()
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {}
    store.write(next)
  }

  function onStorage(event: StorageEvent) {
    if (event.key === key || event.key === null) store.write(load())
  }

  function subscribe(listener: () => void): () => void {
    read()
    return store.subscribe(listener)
  }

  const use = (): T => useSyncExternalStore(subscribe, read, () => initial)

  return { read, write, subscribe, use }
}
