import { Button } from '@/components/ui/button'
import { deleteRecords } from '@/lib/library/deletion'

/** Deletes a record that has no picture. */
export function RemoveButton({ id }: { id: string }) {
  return (
    <Button size="sm" look="quiet" className="self-start" onClick={() => void deleteRecords([id])}>
      Remove
    </Button>
  )
}
