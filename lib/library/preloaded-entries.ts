import type { Entry } from '../record/entry'
import { changes } from './changes'
import { database } from './database'

let drain: (() => Promise<Entry[]> | undefined) | undefined

/** Reads all entries while the code that shows them still loads. */
export function preloadEntries(): void {
  let entries: Promise<Entry[]> | undefined = database().then((db) => db.getAll('entries'))
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
export function drainPreloadedEntries(): Promise<Entry[]> | undefined {
  const preloaded = drain?.()
  drain = undefined
  return preloaded
}
