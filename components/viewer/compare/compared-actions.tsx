import { Heart, ImagePlus, Trash2 } from 'lucide-react'
import { useRecord } from '@/components/gallery/use-records'
import { Button } from '@/components/ui/button'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import type { GalleryRecord } from '@/lib/record/record'
import { closeOverlay, openCompare, openPicture } from '../overlay-address'

type Props = {
  record: GalleryRecord
  name: string
  /** Ids of the other pictures that are compared. */
  others: string[]
  onUse: (record: GalleryRecord) => void
}

/** What picks a winner: mark one as a favourite, use it, or delete it. */
export function ComparedActions({ record, name, others, onUse }: Props) {
  const isFavourite = useRecord(record.id)?.favourite ?? record.favourite
  const remove = () => {
    void deleteRecords([record.id])
    const [other] = others
    if (others.length > 1) openCompare(others)
    else if (other) openPicture(other)
    else closeOverlay()
  }
  return (
    <span className="flex">
      <Button
        look="quiet"
        size="icon"
        aria-label={`Favourite ${name}`}
        title="Favourite"
        aria-pressed={isFavourite}
        className="aria-pressed:text-ink aria-pressed:[&>svg]:fill-current"
        onClick={() => void toggleFavourites([{ id: record.id, favourite: isFavourite }])}
      >
        <Heart size={15} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Use ${name} as input`}
        title="Use as input"
        onClick={() => onUse(record)}
      >
        <ImagePlus size={15} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Delete ${name}`}
        title="Delete"
        className="hover:text-danger"
        onClick={remove}
      >
        <Trash2 size={15} aria-hidden />
      </Button>
    </span>
  )
}
