import { canShow, type Entry } from '../record/entry'
import type { Change } from './changes'
import { database } from './database'
import { drainPreloadedEntries } from './newest-entries'

/** Above this many changes, one read of all entries is quicker than a read of each. */
const maxSingleReads = 500

type Source = {
  subscribe: (listener: (change: Change) => void) => void
  readAll: () => Promise<Entry[]>
  /** Undefined for an entry that is gone. */
  readEach: (ids: string[]) => Promise<(Entry | undefined)[]>
}

/**
 * Reads all entries, newest first; after the first time only those that changed since. Each reader remembers its
 * own changes, so there may be several.
 */
export function createEntriesReader({ subscribe, readAll, readEach }: Source) {
  const changed = new Set<string>()
  let known: Map<string, Entry> | undefined
  let last: Promise<unknown> = Promise.resolve()

  subscribe((change) => {
    if (change.kind !== 'records' || !change.entriesChanged) return
    for (const { id } of change.records) changed.add(id)
  })

  async function read(): Promise<Entry[]> {
    const ids = [...changed]
    changed.clear()
    const before = known
    known = undefined
    const entries =
      before && ids.length <= maxSingleReads
        ? patch(before, ids, await readEach(ids))
        : new Map((await readAll()).map((entry) => [entry.id, entry]))
    known = entries
    return [...entries.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  }

  /** One read at a time: an older one must not overwrite a newer one. */
  return (): Promise<Entry[]> => {
    const reading = last.then(read, read)
    last = reading
    return reading
  }
}

function patch(all: Map<string, Entry>, ids: string[], found: (Entry | undefined)[]) {
  for (const [index, id] of ids.entries()) {
    const entry = found[index]
    if (entry) all.set(id, entry)
    else all.delete(id)
  }
  return all
}

export const readAllEntries = async (): Promise<Entry[]> =>
  ((await drainPreloadedEntries()) ?? (await (await database()).getAll('entries'))).filter(canShow)

export async function readEachEntry(ids: string[]): Promise<(Entry | undefined)[]> {
  const { store } = (await database()).transaction('entries')
  const entries = await Promise.all(ids.map((id) => store.get(id)))
  return entries.map((entry) => (entry && canShow(entry) ? entry : undefined))
}
