import type { GalleryRecord } from '@/lib/record/record'
import { CompactTile } from './compact-tile'
import { RemedyButton } from './remedy-button'
import { RemoveButton } from './remove-button'

/** Krea bills completed jobs only. */
export const CancelledTile = ({ record }: { record: GalleryRecord }) => (
  <CompactTile
    title="Cancelled"
    note={`Not charged. ${record.prompt || record.modelName}`}
    className="border-dashed"
  >
    <RemedyButton record={record} remedy={{ kind: 'retry' }} />
    <RemoveButton id={record.id} />
  </CompactTile>
)
