import { useIsUnreadable } from '../../use-records'
import { DamagedPicture } from './damaged-picture'

/** A record that another version wrote, or that is damaged. Nothing while it is being read. */
export const UnreadableTile = ({ id }: { id: string }) =>
  useIsUnreadable(id) ? (
    <DamagedPicture sentence="This version of the page cannot read this record. Nothing of it was deleted." />
  ) : null
