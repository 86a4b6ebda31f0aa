import type { Entry } from '../record/entry'
import { drainChanged } from './changes'
import { database } from './database'
import { takePreloadedEntries } from './preloaded-entries'

/** Above this many changes, reading all is quicker than reading each. */
const fewChanges = 500

let known: Map<string, Entry> | undefined

/**
 * Everything there is, newest first. Read once; from then on only what changed is read again. For the one view
 * of them (`useEntries`): who else asked would take the changes away from it.
 */
export async function readEntries(): Promise<Entry[]> {
  const changed = drainChanged()
  try {
    known = known && changed.length <= fewChanges ? await patched(known, changed) : await readAll()
  } catch (error) {
    known = undefined
    throw error
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
}

async function readAll(): Promise<Map<string, Entry>> {
  const entries = (await takePreloadedEntries()) ?? (await (await database()).getAll('entries'))
  return new Map(entries.map((entry) => [entry.id, entry]))
}

async function patched(all: Map<string, Entry>, ids: string[]): Promise<Map<string, Entry>> {
  const { store } = (await database()).transaction('entries')
  const found = await Promise.all(ids.map((id) => store.get(id)))
  ids.forEach((id, index) => {
    const entry = found[index]
    if (entry) all.set(id, entry)
    else all.delete(id)
  })
  return all
}
