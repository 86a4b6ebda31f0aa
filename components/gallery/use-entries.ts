import { preload } from 'swr'
import { changes } from '@/lib/library/changes'
import { createEntriesReader, readAllEntries, readEachEntry } from '@/lib/library/entries'
import { createLibraryHook } from './create-library-hook'

const key = 'entries'

/** The reader subscribes before the hook does, so it knows each change before it reads again. */
const readEntries = createEntriesReader({
  subscribe: changes.subscribe,
  readAll: readAllEntries,
  readEach: readEachEntry,
})

// While the grid still loads. Its users show a failure.
void preload(key, readEntries).catch(() => undefined)

/** Undefined until read. */
export const useEntries = createLibraryHook(
  key,
  readEntries,
  (change) => change.kind === 'records' && change.entriesChanged,
  // Comparing ten thousand entries one by one takes longer than drawing the few in view.
  { revalidateOnFocus: false, revalidateOnReconnect: false, compare: Object.is },
)
