import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { formatBytes } from '@/lib/format-bytes'
import { dropOriginals, measureOriginals, type Weight } from '@/lib/library/originals'
import { StoragePart } from './storage-part'

const ages: [days: number, words: string][] = [
  [365, 'older than a year'],
  [30, 'older than 30 days'],
  [7, 'older than 7 days'],
  [0, 'of any age'],
]

const beforeOf = (days: number) =>
  days === 0 ? Number.POSITIVE_INFINITY : Date.now() - days * 86_400_000

/** Gives room back: originals go, thumbnails and records stay. Asks once more, as it cannot be undone. */
export function StorageOriginals() {
  const [days, setDays] = useState(30)
  const [weight, setWeight] = useState<Weight | null>(null)
  const [sure, setSure] = useState(false)

  useEffect(() => {
    let current = true
    setSure(false)
    void measureOriginals(beforeOf(days)).then((found) => current && setWeight(found))
    return () => {
      current = false
    }
  }, [days])

  const drop = async () => {
    await dropOriginals(beforeOf(days))
    setWeight({ count: 0, bytes: 0 })
    setSure(false)
  }
  return (
    <StoragePart
      title="Free space"
      words="Deletes originals for good, and keeps thumbnails and settings. Back up first."
    >
      <Select
        aria-label="Originals to delete"
        value={days}
        onChange={({ target }) => setDays(Number(target.value))}
      >
        {ages.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
      <Button
        size="sm"
        look={sure ? 'danger' : 'outline'}
        disabled={!weight || weight.count === 0}
        onClick={() => (sure ? void drop() : setSure(true))}
      >
        {sure ? 'Delete them for good' : 'Delete originals'}
      </Button>
      {weight ? (
        <span className="text-muted text-xs tabular-nums">
          {weight.count === 0 ? 'None.' : `${weight.count}, ${formatBytes(weight.bytes)}`}
        </span>
      ) : null}
    </StoragePart>
  )
}
