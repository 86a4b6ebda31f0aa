import { Button } from '@/components/ui/button'
import { grouped } from '@/lib/grouped'
import { deleteRecords } from '@/lib/library/deletion'
import type { Entry } from '@/lib/record/entry'
import { isCompact } from '../grid/layout'

/** How many failed or were cancelled, and a button that deletes them. It can be undone like every deletion. */
export function ClearFailed({ entries, className }: { entries: Entry[]; className?: string }) {
  const ids = entries.flatMap(({ id, kind }) => (isCompact(kind) ? id : []))
  if (ids.length === 0) return null
  return (
    <Button
      look="quiet"
      size="sm"
      className={className}
      title="Remove failed and cancelled ones"
      onClick={() => void deleteRecords(ids)}
    >
      <span className="tabular-nums">Clear {grouped(ids.length)} failed</span>
    </Button>
  )
}
