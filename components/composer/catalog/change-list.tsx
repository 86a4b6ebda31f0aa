import { type CatalogChange, changeDetail } from '@/lib/catalog/drift'

const marks = {
  added: { word: 'New', look: 'text-accent' },
  removed: { word: 'Gone', look: 'text-danger' },
  retiring: { word: 'Retires', look: 'text-danger' },
  changed: { word: 'Changed', look: 'text-muted' },
} satisfies Record<CatalogChange['kind'], { word: string; look: string }>

/** One line a model: what became of it, and of which fields. */
export function ChangeList({ changes }: { changes: CatalogChange[] }) {
  return (
    <ul className="divide-y rounded-md border">
      {changes.map((change) => (
        <li
          key={`${change.model} ${change.kind}`}
          className="grid grid-cols-[4.5rem_1fr] gap-x-3 px-3 py-2 text-xs"
        >
          <span className={marks[change.kind].look}>{marks[change.kind].word}</span>
          <span className="min-w-0">
            <span className="font-medium">{change.name}</span>
            <span className="block break-words text-muted">
              {changeDetail(change) ?? change.model}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
