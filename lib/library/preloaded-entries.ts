import type { Entry } from '../record/entry'
import { changes } from './changes'
import { databaseVersion, readExisting } from './storage/existing-database'

/** Undefined where they have to be read again. */
type Entries = Promise<Entry[] | undefined>

let drain: (() => Entries | undefined) | undefined

/** Reads all entries while the code that shows them still loads. */
export function preloadEntries(): void {
  let entries: Entries | undefined = readExisting<Entry[]>((database) =>
    // Those of an earlier version are upgraded first.
    database.version === databaseVersion
      ? database.transaction('entries').objectStore('entries').getAll()
      : undefined,
  )
  entries.catch(() => undefined)
  // A change meanwhile makes them stale.
  const unsubscribe = changes.subscribe(({ kind }) => {
    if (kind === 'records') entries = undefined
  })
  drain = () => {
    unsubscribe()
    return entries
  }
}

/** The preloaded entries, for the first caller only. */
export function drainPreloadedEntries(): Entries | undefined {
  const preloaded = drain?.()
  drain = undefined
  return preloaded
}
