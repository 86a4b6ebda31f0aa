import { mutate } from 'swr'

export const storageKey = 'storage'

/** Bytes, as the browser reckons them for this origin. `full` once a write was refused for want of room. */
export type Storage = { used: number; quota: number; persisted: boolean; full: boolean }

let full = false

export async function readStorage(): Promise<Storage> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate()) ?? {}
  const persisted = (await navigator.storage?.persisted()) ?? false
  return { used: usage, quota, persisted, full }
}

/** To be called after each write of bytes: what is shown follows. */
export function tellStorage(isFull: boolean): void {
  full = isFull
  void mutate(storageKey)
}

/** From here on people should act. */
const nearlyFull = 0.9

export const isNearlyFull = ({ used, quota }: Storage): boolean =>
  quota > 0 && used / quota >= nearlyFull

/**
 * Asks the browser not to clear this gallery when the disk runs short. Some browsers ask a person, so
 * it waits for a first picture, which is worth keeping.
 */
export async function askToPersist(): Promise<void> {
  if (!navigator.storage || (await navigator.storage.persisted())) return
  await navigator.storage.persist()
  tellStorage(full)
}

export const isQuotaError = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
