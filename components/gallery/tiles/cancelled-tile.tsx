import type { GalleryRecord } from '@/lib/record/record'
import { RemoveButton } from './remove-button'

export function CancelledTile({ record }: { record: GalleryRecord }) {
  return (
    <div className="flex size-full flex-col justify-between gap-2 border border-dashed rounded-md p-3 text-xs">
      <div className="min-h-0 overflow-hidden">
        <p className="font-medium">Cancelled</p>
        <p className="line-clamp-3 text-muted">{record.prompt || record.modelName}</p>
      </div>
      <RemoveButton id={record.id} />
    </div>
  )
}
