import { useState } from 'react'
import { useEntries } from '@/components/gallery/use-entries'
import { useRecord } from '@/components/gallery/use-records'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { lineageOf } from '@/lib/record/lineage'
import type { GalleryRecord } from '@/lib/record/record'
import { openCompare } from '../overlay-address'
import { Thumbnail } from '../thumbnail'

type Props = { record: GalleryRecord; order: string[]; onClose: () => void }

const maxCandidates = 24
const maxChosen = 3

/** Chooses the pictures to compare with: first those it was made from or led to, then its neighbours. */
export function ComparePicker({ record, order, onClose }: Props) {
  const entries = useEntries().data ?? []
  const candidates = candidatesFor(record, order, lineageOf(record.id, record.parents, entries))
  const [chosen, setChosen] = useState(candidates.slice(0, 1))
  const toggle = (id: string) =>
    setChosen(
      chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-maxChosen),
    )
  return (
    <Dialog open onClose={onClose} title="Compare with">
      <ul className="grid grid-cols-4 gap-2 sm:grid-cols-6">
        {candidates.map((id, index) => (
          <li key={id}>
            <Candidate
              id={id}
              isFirst={index === 0}
              pressed={chosen.includes(id)}
              onPress={() => toggle(id)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-5 flex items-center justify-between gap-3">
        <p className="text-muted text-xs">Up to three.</p>
        <Button
          look="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onClose()
            openCompare([record.id, ...chosen])
          }}
        >
          Compare
        </Button>
      </div>
    </Dialog>
  )
}

type CandidateProps = { id: string; isFirst: boolean; pressed: boolean; onPress: () => void }

function Candidate({ id, isFirst, pressed, onPress }: CandidateProps) {
  const record = useRecord(id)
  const name = record ? `${record.modelName}: ${record.prompt}` : 'Picture'
  return (
    <button
      type="button"
      data-autofocus={isFirst || undefined}
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      onClick={onPress}
      className={`block aspect-square w-full rounded ${pressed ? 'ring-2 ring-accent ring-offset-2 ring-offset-panel' : ''}`}
    >
      <Thumbnail id={id} />
    </button>
  )
}

function candidatesFor(
  { id }: GalleryRecord,
  order: string[],
  { madeFrom, ledTo }: ReturnType<typeof lineageOf>,
): string[] {
  const position = order.indexOf(id)
  const neighbours = order
    .map((one, index) => ({ one, distance: Math.abs(index - position - 0.1) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ one }) => one)
  const pictures = new Set(order)
  return [...new Set([...madeFrom, ...ledTo, ...neighbours])]
    .filter((one) => one !== id && pictures.has(one))
    .slice(0, maxCandidates)
}
