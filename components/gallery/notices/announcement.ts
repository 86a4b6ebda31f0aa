'use client'

import { useSyncExternalStore } from 'react'

let words = ''
const listeners = new Set<() => void>()

/** Has a sentence read out to those who do not see the tiles. */
export function announce(sentence: string): void {
  words = sentence
  for (const tell of listeners) tell()
}

export const useAnnouncement = (): string =>
  useSyncExternalStore(
    subscribe,
    () => words,
    () => '',
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
