import { useEffect, useState } from 'react'
import type { CellProgress } from '@/lib/experiment/progress'
import { readRecord } from '@/lib/library/records'
import { readUntilDone } from '@/lib/library/storage/read-until-done'
import type { GalleryRecord } from '@/lib/record/record'

/** The records of an experiment's cells, by the cell's key; read again when the progress changes. */
export function useCellRecords(progress: CellProgress[]): Map<string, GalleryRecord> {
  const [records, setRecords] = useState<Map<string, GalleryRecord>>(new Map())
  useEffect(() => {
    let isCurrent = true
    readUntilDone(
      () => readCellRecords(progress),
      () => isCurrent,
    ).then(
      (read) => isCurrent && setRecords(read),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [progress])
  return records
}

export async function readCellRecords(
  progress: CellProgress[],
): Promise<Map<string, GalleryRecord>> {
  const pairs = await Promise.all(
    progress.map(async ({ cell, recordId }) => {
      const record = recordId === null ? undefined : await readRecord(recordId)
      return record ? ([[cell.key, record]] as const) : []
    }),
  )
  return new Map(pairs.flat())
}
