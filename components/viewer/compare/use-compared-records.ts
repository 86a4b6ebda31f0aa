import useSWR from 'swr'
import { useGallery } from '@/components/gallery/gallery-context'
import { readRecord } from '@/lib/library/records'
import type { Subject } from '@/lib/record/settings'

/** A finished picture among others: its record, its model, the px of its file. */
export type Compared = Subject & { id: string; name: string }

/** The finished ones of some records, in the order asked for; undefined until read. */
export function useComparedRecords(ids: string[]): Compared[] | undefined {
  const { models } = useGallery()
  const { data } = useSWR(['compare', ...ids], () => Promise.all(ids.map(readRecord)), {
    revalidateOnFocus: false,
  })
  return data?.flatMap((record, at) =>
    record?.state.kind === 'done' && record.deletedAt === null
      ? {
          record,
          id: record.id,
          model: models.find(({ id }) => id === record.model),
          name: 'ABCD'.charAt(at),
        }
      : [],
  )
}
