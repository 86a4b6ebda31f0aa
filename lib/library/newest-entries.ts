import { createStore } from '@/lib/browser/create-store'
import type { Entry } from '../record/entry'
import { changes } from './changes'
import { answerOf, databaseVersion, readExisting } from './storage/existing-database'

/** So many fill the first view of any screen. */
const maxNewest = 200

/** The newest entries, oldest first; undefined until read, and where there is nothing to read ahead. */
export const newestEntries = createStore<Entry[] | undefined>(undefined)

/** Undefined where they have to be read again. */
let preloaded: Promise<Entry[] | undefined> | undefined

/** Reads the newest entries while the code that shows them still loads. */
export function preloadNewestEntries(): void {
  const reading = readExisting((database) =>
    // Those of an earlier version are upgraded first.
    database.version === databaseVersion
      ? readNewest(database.transaction('entries').objectStore('entries'))
      : undefined,
  ).catch(() => undefined)
  preloaded = reading
  // A change meanwhile makes them stale.
  changes.subscribe(({ kind }) => {
    if (kind === 'records') preloaded = undefined
  })
  void reading.then((entries) => {
    if (preloaded) newestEntries.write(entries)
  })
}

/** The entries read ahead, for the first caller only; undefined where they are not all, or not of now. */
export async function drainPreloadedEntries(): Promise<Entry[] | undefined> {
  const entries = await preloaded
  const areAll = preloaded && entries && entries.length < maxNewest
  preloaded = undefined
  return areAll ? entries : undefined
}

async function readNewest(store: IDBObjectStore): Promise<Entry[]> {
  const oldest = await keyFromEnd(store, maxNewest)
  return answerOf(store.getAll(oldest === undefined ? null : IDBKeyRange.lowerBound(oldest)))
}

/** @param place 1 is the last key. @returns undefined where there are fewer keys */
function keyFromEnd(store: IDBObjectStore, place: number): Promise<IDBValidKey | undefined> {
  const request = store.openKeyCursor(null, 'prev')
  let isThere = place === 1
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      if (isThere || !request.result) return resolve(request.result?.key)
      isThere = true
      request.result.advance(place - 1)
    }
    request.onerror = () => reject(request.error)
  })
}
