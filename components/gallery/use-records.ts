import { useCallback, useSyncExternalStore } from 'react'
import { type Deletion, readDeletions } from '@/lib/library/deletion'
import { cachedRecord, isUnreadable, subscribeToRecord } from '@/lib/library/record-cache'
import { readOpenRecords } from '@/lib/library/records'
import type { GalleryRecord } from '@/lib/record/record'
import { createLibraryHook } from './create-library-hook'

/** Undefined until read, or when there is none. */
export function useRecord(id: string): GalleryRecord | undefined {
  return useSyncExternalStore(
    useSubscribe(id),
    () => cachedRecord(id),
    () => undefined,
  )
}

/** Whether there is a record that this version cannot read. */
export function useIsUnreadable(id: string): boolean {
  return useSyncExternalStore(
    useSubscribe(id),
    () => isUnreadable(id),
    () => false,
  )
}

const useSubscribe = (id: string) =>
  useCallback((listener: () => void) => subscribeToRecord(id, listener), [id])

const useOpenRecordsRead = createLibraryHook(
  'open-records',
  readOpenRecords,
  ({ kind }) => kind === 'records',
)

const noRecords: GalleryRecord[] = []

/** The same list while there are none: nothing that depends on it is computed again once they are read. */
export function useOpenRecords(): GalleryRecord[] {
  const { data } = useOpenRecordsRead()
  return data && data.length > 0 ? data : noRecords
}

const useDeletionsRead = createLibraryHook(
  'deleted',
  readDeletions,
  (change) => change.kind === 'records' && change.entriesChanged,
)

const noDeletions: Deletion[] = []

export const useDeletions = (): Deletion[] => useDeletionsRead().data ?? noDeletions
