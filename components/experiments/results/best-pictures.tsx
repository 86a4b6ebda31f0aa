import { openPicture } from '@/components/viewer/overlay-address'
import { Thumbnail } from '@/components/viewer/thumbnail'
import type { Definition } from '@/lib/experiment/definition'
import { valuesAt } from '@/lib/experiment/expand'
import type { Ranking } from '@/lib/experiment/judge/ranking'
import type { Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { isSaved } from '@/lib/record/record-state'
import { StrengthBar } from './strength-bar'

type Props = {
  definition: Definition
  progress: CellProgress[]
  ranking: Ranking
  verdicts: Verdicts
}

const maxShown = 12

/** The pictures that were kept or compared, the strongest first. */
export function BestPictures({ definition, progress, ranking, verdicts }: Props) {
  const byKey = new Map(progress.map((one) => [one.cell.key, one]))
  const shown = ranking.items
    .filter(({ id, count }) => count > 0 || verdicts.cells[id]?.kept)
    .flatMap((item) => {
      const one = byKey.get(item.id)
      return one?.recordId && one.state && isSaved(one.state)
        ? { item, cell: one.cell, recordId: one.recordId }
        : []
    })
    .slice(0, maxShown)
  if (shown.length === 0) return null
  return (
    <section aria-label="Best pictures" className="grid gap-3">
      <h3 className="font-semibold text-base">Best pictures</h3>
      <ol className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
        {shown.map(({ item, cell, recordId }) => {
          const label = valuesAt(definition, cell.at)
            .map((value) => value.label)
            .join(', ')
          return (
            <li key={item.id} className="grid content-start gap-1.5">
              <button
                type="button"
                aria-label={`Open: ${label}`}
                onClick={() => openPicture(recordId)}
                className="aspect-square overflow-hidden rounded-md"
              >
                <Thumbnail id={recordId} />
              </button>
              <p className="text-xs" dir="auto">
                {label}
              </p>
              <StrengthBar item={item} all={ranking.items} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
