import { createStore } from '../browser/create-store'
import { changes, type StorageState } from './changes'

/** In bytes, as the browser estimates them for this origin. */
export type StorageEstimate = StorageState & { used: number; quota: number; persisted: boolean }

/** The same in every tab: the one that saves pictures is not always the one that people look at. */
export const storageState = createStore<StorageState>({ full: false, waiting: [] })

changes.subscribe((change) => {
  if (change.kind === 'storage') storageState.write(change.state)
})

export async function readStorage(): Promise<StorageEstimate> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate().catch(unknown)) ?? {}
  const persisted = (await navigator.storage?.persisted().catch(unknown)) ?? false
  return { used: usage, quota, persisted, ...storageState.read() }
}

/** Some browsers refuse to say it. */
const unknown = () => undefined

/**
 * To be called after each write of bytes: all tabs show the storage as it is then.
 * @param id of the picture that did not fit
 */
export function setStorageState(full: boolean, id?: string): void {
  const waiting = storageState.read().waiting.filter((one) => one !== id)
  const state = { full, waiting: full ? [...waiting, ...(id ? [id] : [])] : [] }
  changes.emit({ kind: 'storage', state })
}

/** Bytes that pictures leave free, so that records can always be written. */
const reservedBytes = ({ quota }: StorageEstimate) => Math.min(4_000_000, quota / 10)

/** Whether pictures of so many bytes fit. True where the browser does not say. */
export async function hasSpaceFor(bytes: number): Promise<boolean> {
  const storage = await readStorage()
  return storage.quota === 0 || storage.used + bytes <= storage.quota - reservedBytes(storage)
}

/** Whether a preview of so many bytes fits: previews can be missed, so half of the space is not for them. */
export async function hasSpaceForPreview(bytes: number): Promise<boolean> {
  const { quota, used } = await readStorage()
  return quota === 0 || used + bytes <= quota / 2
}

/** From this share on people should free some space. */
const nearlyFullShare = 0.9

export const isNearlyFull = ({ used, quota }: StorageEstimate): boolean =>
  quota > 0 && used / quota >= nearlyFullShare

let isPersistenceRequested = false

/**
 * Asks the browser not to clear this gallery when the disk runs short. Some browsers ask the person, so it is
 * called once there is a first picture, and once a page. Nothing may wait for it: the person may never answer.
 */
export async function requestPersistence(): Promise<void> {
  if (!navigator.storage || isPersistenceRequested || (await navigator.storage.persisted())) return
  isPersistenceRequested = true
  await navigator.storage.persist()
  changes.emit({ kind: 'storage', state: storageState.read() })
}

/** Ignores a full storage: it is reported already, or nothing but a preview was missed. */
export function unlessFull(error: unknown): void {
  if (!isQuotaError(error)) throw error
}

export const isQuotaError = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
