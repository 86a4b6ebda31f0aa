import { useCallback, useSyncExternalStore } from 'react'
import useSWR from 'swr'
import { deletedKey, openRecordsKey } from '@/lib/library/changes'
import { type Deletion, readDeletions } from '@/lib/library/deletion'
import { seenRecord, watchRecord } from '@/lib/library/record-cache'
import { readOpenRecords } from '@/lib/library/records'
import type { GalleryRecord } from '@/lib/record/record'
import { local } from './use-entries'

/** Undefined until read, or when there is none. */
export function useRecord(id: string): GalleryRecord | undefined {
  const watch = useCallback((tell: () => void) => watchRecord(id, tell), [id])
  return useSyncExternalStore(watch, () => seenRecord(id), nothingYet)
}

const nothingYet = () => undefined

const none: GalleryRecord[] = []

export function useOpenRecords(): GalleryRecord[] {
  return useSWR(openRecordsKey, readOpenRecords, local).data ?? none
}

const noDeletions: Deletion[] = []

export function useDeletions(): Deletion[] {
  return useSWR(deletedKey, readDeletions, local).data ?? noDeletions
}
