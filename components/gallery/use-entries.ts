import { useEffect, useMemo, useState } from 'react'
import { changes } from '@/lib/library/changes'
import { createEntriesReader, readAllEntries, readEachEntry } from '@/lib/library/entries'
import { newestEntries } from '@/lib/library/newest-entries'
import { canShow, type Entry } from '@/lib/record/entry'
import { createLibraryHook } from './create-library-hook'

/** The reader subscribes before the hook does, so it knows each change before it reads again. */
const readEntries = createEntriesReader({
  subscribe: changes.subscribe,
  readAll: readAllEntries,
  readEach: readEachEntry,
})

/** Undefined until read. */
export const useEntries = createLibraryHook(
  'entries',
  readEntries,
  (change) => change.kind === 'records' && change.entriesChanged,
  // Comparing ten thousand entries one by one takes longer than drawing the few in view.
  { revalidateOnFocus: false, revalidateOnReconnect: false, compare: Object.is },
)

/** All entries; before those are read, only the newest, so that the first view does not wait for the others. */
export function useNewestEntriesFirst(): { entries: Entry[] | undefined; areAll: boolean } {
  const read = newestEntries.use()
  const newest = useMemo(() => read?.filter(canShow).reverse(), [read])
  const [areNewestShown, setNewestShown] = useState(false)
  const { data } = useEntries(!newest || areNewestShown)

  // Runs after the effects of the tiles, which read their pictures: all entries take the browser longer.
  useEffect(() => setNewestShown(newest !== undefined), [newest])

  return { entries: data ?? newest, areAll: data !== undefined }
}
