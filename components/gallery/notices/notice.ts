'use client'

import { useSyncExternalStore } from 'react'

export type Notice = { words: string; at: number }

let notice: Notice | undefined
const listeners = new Set<() => void>()

/** Says a sentence at the foot of the page for a while; the last one said stands. */
export const tell = (words: string): void => show({ words, at: Date.now() })

export const dismissNotice = (): void => show(undefined)

export const useNotice = (): Notice | undefined =>
  useSyncExternalStore(
    subscribe,
    () => notice,
    () => undefined,
  )

function show(next: Notice | undefined): void {
  notice = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
