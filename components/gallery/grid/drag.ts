import { useSyncExternalStore } from 'react'

/** The records under the pointer, and where that was when they came off, in px of the window. */
export type Drag = { ids: string[]; x: number; y: number }

let drag: Drag | null = null
const listeners = new Set<() => void>()

export function setDrag(next: Drag | null): void {
  drag = next
  for (const tell of listeners) tell()
}

export const useDrag = (): Drag | null =>
  useSyncExternalStore(
    subscribe,
    () => drag,
    () => null,
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
