import { useSyncExternalStore } from 'react'
import type { Entry } from '@/lib/record/entry'

const none: string[] = []
let order = none
const listeners = new Set<() => void>()

/** Tells which pictures the grid shows, in its order: the viewer leafs through the same. */
export function setOrder(entries: Entry[]): void {
  order = entries.filter(({ kind }) => kind === 'done' || kind === 'saving').map(({ id }) => id)
  for (const listener of listeners) listener()
}

export const useOrder = (): string[] =>
  useSyncExternalStore(
    subscribe,
    () => order,
    () => none,
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
