import { lazyPart } from '@/components/ui/lazy-part'
import { usePictureOrder } from '@/components/viewer/picture-order'
import { useRecord } from './use-records'

const ComparePicker = lazyPart(() =>
  import('@/components/viewer/compare/compare-picker').then((file) => file.ComparePicker),
)

/** Asks which pictures to compare one with. */
export function CompareOne({ id, onClose }: { id: string; onClose: () => void }) {
  const record = useRecord(id)
  const order = usePictureOrder()
  return record ? <ComparePicker record={record} order={order} onClose={onClose} /> : null
}
