'use client'

import useSWR from 'swr'
import { deletedKey, openRecordsKey, recordKey } from '@/lib/gallery/changes'
import { type Deletion, readDeletions } from '@/lib/gallery/deletion'
import type { GalleryRecord } from '@/lib/gallery/record'
import { readOpenRecords, readRecord } from '@/lib/gallery/store'
import { local } from './use-entries'

export function useRecord(id: string): GalleryRecord | undefined {
  return useSWR(recordKey(id), ([, key]) => readRecord(key), local).data
}

const none: GalleryRecord[] = []

export function useOpenRecords(): GalleryRecord[] {
  return useSWR(openRecordsKey, readOpenRecords, local).data ?? none
}

const noDeletions: Deletion[] = []

export function useDeletions(): Deletion[] {
  return useSWR(deletedKey, readDeletions, local).data ?? noDeletions
}
