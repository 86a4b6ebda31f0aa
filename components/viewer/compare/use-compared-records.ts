import useSWR from 'swr'
import { useGallery } from '@/components/gallery/gallery-context'
import { readRecord } from '@/lib/library/records'
import { isSaved } from '@/lib/record/record-state'
import type { Subject } from '@/lib/record/settings'

/** The record of a saved picture, with its model. `name` is a letter, by its position. */
export type ComparedRecord = Subject & { id: string; name: string }

/** Those of the records whose pictures are saved, in the order of `ids`; undefined until read. */
export function useComparedRecords(ids: string[]): ComparedRecord[] | undefined {
  const { models } = useGallery()
  const { data } = useSWR(['compare', ...ids], () => Promise.all(ids.map(readRecord)), {
    revalidateOnFocus: false,
  })
  return data?.flatMap((record, index) =>
    record && isSaved(record.state.kind) && record.deletedAt === null
      ? {
          record,
          id: record.id,
          model: models.find(({ id }) => id === record.model),
          name: 'ABCD'.charAt(index),
        }
      : [],
  )
}
