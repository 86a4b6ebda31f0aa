import type { Entry } from '../record/entry'
import { changeRecords } from './records'

/** Marks all as favourites or, when all of them are, none. */
export function toggleFavourites(entries: Pick<Entry, 'id' | 'favourite'>[]): Promise<void> {
  const favourite = !entries.every((entry) => entry.favourite)
  return changeRecords(
    entries.map(({ id }) => id),
    (record) => (record.favourite === favourite ? record : { ...record, favourite }),
  )
}
