import { LoaderCircle } from 'lucide-react'
import { useRecord } from '@/components/gallery/use-records'
import { isOpen } from '@/lib/record/record-state'
import { Thumbnail } from '../thumbnail'

type Props = { title: string; ids: string[]; onOpen: (id: string) => void }

/** A list of pictures that this one was made from, or that were made from it. */
export function LineageList({ title, ids, onOpen }: Props) {
  if (ids.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-medium text-xs">{title}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {ids.map((id) => (
          <li key={id}>
            <LineagePicture id={id} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LineagePicture({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const record = useRecord(id)
  const name = record ? `${record.modelName}: ${record.prompt}` : 'Picture'
  return (
    <button
      type="button"
      aria-label={`Open ${name}`}
      title={name}
      onClick={() => onOpen(id)}
      className="block size-16 rounded"
    >
      {record && isOpen(record.state.kind) ? (
        <span className="grid size-full animate-pulse place-items-center rounded bg-raised">
          <LoaderCircle size={18} aria-hidden className="animate-spin text-muted" />
        </span>
      ) : (
        <Thumbnail id={id} />
      )}
    </button>
  )
}
