'use client'

import { useCallback, useSyncExternalStore } from 'react'
import useSWR from 'swr'
import { deletedKey, openRecordsKey } from '@/lib/gallery/changes'
import { type Deletion, readDeletions } from '@/lib/gallery/deletion'
import type { GalleryRecord } from '@/lib/gallery/record'
import { seenRecord, watchRecord } from '@/lib/gallery/seen-records'
import { readOpenRecords } from '@/lib/gallery/store'
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
