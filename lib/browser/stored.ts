import { useSyncExternalStore } from 'react'
import type * as z from 'zod/mini'

/**
 * A small value that outlives the page and is the same in every tab. Where storage is full or
 * forbidden it holds for this page only.
 */
export function createStored<T>(name: string, schema: z.ZodMiniType<T>, initial: T) {
  const key = `krea-playground:${name}`
  const listeners = new Set<() => void>()
  let value: { now: T } | null = null

  function read(): T {
    value ??= { now: load() }
    return value.now
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
    value = { now: next }
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {}
    for (const tell of listeners) tell()
  }

  function onStorage(event: StorageEvent) {
    if (event.key !== key) return
    value = null
    for (const tell of listeners) tell()
  }

  function subscribe(listener: () => void) {
    if (listeners.size === 0) addEventListener('storage', onStorage)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }

  const use = (): T => useSyncExternalStore(subscribe, read, () => initial)

  return { read, write, use }
}
