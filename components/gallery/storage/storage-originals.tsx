import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { formatBytes } from '@/lib/format-bytes'
import { deleteOriginals, measureOriginals, type OriginalsSize } from '@/lib/library/originals'
import { StoragePart } from './storage-part'

const ages: [days: number, label: string][] = [
  [365, 'older than a year'],
  [30, 'older than 30 days'],
  [7, 'older than 7 days'],
  [0, 'of any age'],
]

const beforeOf = (days: number) =>
  days === 0 ? Number.POSITIVE_INFINITY : Date.now() - days * 86_400_000

/** Deletes originals to free space; thumbnails and records stay. It asks to confirm: this cannot be undone. */
export function StorageOriginals() {
  const [days, setDays] = useState(30)
  const [weight, setWeight] = useState<OriginalsSize | null>(null)
  const [isConfirming, setConfirming] = useState(false)

  useEffect(() => {
    let isCurrent = true
    setConfirming(false)
    void measureOriginals(beforeOf(days)).then((found) => isCurrent && setWeight(found))
    return () => {
      isCurrent = false
    }
  }, [days])

  const onDelete = async () => {
    await deleteOriginals(beforeOf(days))
    setWeight({ count: 0, bytes: 0 })
    setConfirming(false)
  }
  return (
    <StoragePart
      title="Free space"
      description="Permanently deletes originals; thumbnails and settings stay. Back up first."
    >
      <Select
        aria-label="Originals to delete"
        value={days}
        onChange={({ target }) => setDays(Number(target.value))}
      >
        {ages.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button
        size="sm"
        look={isConfirming ? 'danger' : 'outline'}
        disabled={!weight || weight.count === 0}
        onClick={() => (isConfirming ? void onDelete() : setConfirming(true))}
      >
        {isConfirming ? 'Delete permanently' : 'Delete originals'}
      </Button>
      {weight ? (
        <span className="text-muted text-xs tabular-nums">
          {weight.count === 0 ? 'None.' : `${weight.count}, ${formatBytes(weight.bytes)}`}
        </span>
      ) : null}
    </StoragePart>
  )
}
