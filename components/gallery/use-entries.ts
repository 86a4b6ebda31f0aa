import useSWR, { preload } from 'swr'
import { entriesKey } from '@/lib/library/changes'
import { readEntries } from '@/lib/library/entries'
import type { Entry } from '@/lib/record/entry'

/** The store is local and tells of each change: there is nothing to look again for. */
export const local = { revalidateOnFocus: false, revalidateOnReconnect: false }

/** Comparing ten thousand entries one by one takes longer than drawing the few in view. */
const byIdentity = { ...local, compare: Object.is }

// Read while the grid is still on its way. A failure shows where they are used.
void preload(entriesKey, readEntries).catch(() => undefined)

/** Undefined until read. */
export const useEntries = () => useSWR<Entry[], unknown>(entriesKey, readEntries, byIdentity)
