import type { Entry } from '../record/entry'
import { changeRecords } from './records'

/** Makes them favourites; or no longer, when all of them are. */
export function toggleFavourites(entries: Pick<Entry, 'id' | 'favourite'>[]): Promise<void> {
  const favourite = !entries.every((entry) => entry.favourite)
  return changeRecords(
    entries.map(({ id }) => id),
    (record) => (record.favourite === favourite ? record : { ...record, favourite }),
  )
}
