import { Button } from '@/components/ui/button'
import { deleteRecords } from '@/lib/library/deletion'

type Props = { id: string; size?: 'sm' | 'md' }

/** Deletes a record that has no picture. */
export const RemoveButton = ({ id, size = 'sm' }: Props) => (
  <Button
    size={size}
    look="quiet"
    className="hover:text-danger"
    onClick={() => void deleteRecords([id])}
  >
    Remove
  </Button>
)
