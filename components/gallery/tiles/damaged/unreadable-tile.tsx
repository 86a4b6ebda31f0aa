import { useIsUnreadable } from '../../use-records'

/** A record that an older or newer version wrote, or that is damaged. Nothing while it is being read. */
export function UnreadableTile({ id }: { id: string }) {
  if (!useIsUnreadable(id)) return null
  return (
    <p className="line-clamp-4 p-2.5 text-muted text-xs">
      This version of the page cannot read this record. Nothing of it was deleted.
    </p>
  )
}
