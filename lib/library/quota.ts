import { mutate } from 'swr'

export const storageKey = 'storage'

/** `full` once a write was refused for want of room; `waiting`: the pictures that were, by id. */
type Room = { full: boolean; waiting: string[] }

/** Bytes, as the browser reckons them for this origin. */
export type Storage = Room & { used: number; quota: number; persisted: boolean }

let room: Room = { full: false, waiting: [] }

/** Other tabs show the same: the one that keeps pictures is not always the one that is looked at. */
const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('krea-playground:storage')

channel?.addEventListener('message', ({ data }: MessageEvent<Room>) => note(data))

export async function readStorage(): Promise<Storage> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate()) ?? {}
  const persisted = (await navigator.storage?.persisted()) ?? false
  return { used: usage, quota, persisted, ...room }
}

/**
 * To be called after each write of bytes: what is shown follows, in every tab.
 * @param id of the picture that had no room
 */
export function setStorageState(full: boolean, id?: string): void {
  const waiting = room.waiting.filter((one) => one !== id)
  note({ full, waiting: full ? [...waiting, ...(id ? [id] : [])] : [] })
  channel?.postMessage(room)
}

function note(next: Room): void {
  room = next
  void mutate(storageKey)
}

/** Bytes that pictures leave free, so that there is always room for what happens to records. */
const reserved = ({ quota }: Storage) => Math.min(4_000_000, quota / 10)

/** Whether so many bytes of pictures may be written. Where the browser does not tell, it is tried. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const storage = await readStorage()
  return storage.quota === 0 || storage.used + bytes <= storage.quota - reserved(storage)
}

/** From here on people should act. */
const nearlyFull = 0.9

export const isNearlyFull = ({ used, quota }: Storage): boolean =>
  quota > 0 && used / quota >= nearlyFull

/**
 * Asks the browser not to clear this gallery when the disk runs short. Some browsers ask a person, so
 * it waits for a first picture, which is worth keeping.
 */
export async function requestPersistence(): Promise<void> {
  if (!navigator.storage || (await navigator.storage.persisted())) return
  await navigator.storage.persist()
  void mutate(storageKey)
}

/** For writes that can be done without: whoever writes has told that the storage is full. */
export function unlessFull(error: unknown): void {
  if (!isQuotaError(error)) throw error
}

export const isQuotaError = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
