import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatBytes } from '@/lib/format-bytes'
import { isNearlyFull } from '@/lib/library/quota'
import { useStorage } from './use-storage'

/** Warns when the storage is nearly full. Saved pictures are never lost to a full disk. */
export function StorageWarning({ onOpen }: { onOpen: () => void }) {
  const storage = useStorage()
  if (!storage || !(storage.full || isNearlyFull(storage))) return null
  const { used, quota, full } = storage
  return (
    <div
      role="alert"
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-danger-soft px-3.5 py-2.5 text-[0.8125rem]"
    >
      <TriangleAlert size={16} aria-hidden className="text-danger" />
      <p className="min-w-0 flex-1 basis-60 text-pretty">
        {full
          ? 'This browser’s storage is full. Everything saved so far is safe; new pictures wait at Krea.'
          : `This browser’s storage is nearly full: ${formatBytes(used)} of ${formatBytes(quota)}.`}
      </p>
      <Button size="sm" onClick={onOpen}>
        Back up and free space
      </Button>
    </div>
  )
}
