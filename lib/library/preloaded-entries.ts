import type { Entry } from '../record/entry'
import { galleryChannel } from './channel'
import { database } from './database'

let take: (() => Promise<Entry[]> | undefined) | undefined

/** Asks for all entries while the code that shows them is still on its way. */
export function readPreHydrationInput(): void {
  const channel = galleryChannel()
  let read: Promise<Entry[]> | undefined = database().then((db) => db.getAll('entries'))
  read.catch(() => undefined)
  // What a tab changes meanwhile makes it worthless.
  channel?.addEventListener('message', () => {
    read = undefined
  })
  take = () => {
    channel?.close()
    return read
  }
}

/** What was asked for early, once. */
export function takePreloadedEntries(): Promise<Entry[]> | undefined {
  const taken = take?.()
  take = undefined
  return taken
}
