import { useMemo } from 'react'
import type { Definition } from '@/lib/experiment/definition'
import { rank } from '@/lib/experiment/judge/ranking'
import { comparisonsOf, type Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { useCellRecords } from '../use-cell-records'
import { AxisResults } from './axis-results'
import { BestPictures } from './best-pictures'
import { Promote } from './promote'

type Props = { definition: Definition; progress: CellProgress[]; verdicts: Verdicts }

/** What the judgements say of each value and each picture, and what a kept picture costs. */
export function Results({ definition, progress, verdicts }: Props) {
  const records = useCellRecords(progress)
  const ranking = useMemo(
    () =>
      rank(
        progress.map(({ cell }) => cell.key),
        comparisonsOf(verdicts.pairs, (key) => key),
      ),
    [progress, verdicts.pairs],
  )
  const kept = progress.flatMap(({ cell }) =>
    verdicts.cells[cell.key]?.kept ? (records.get(cell.key) ?? []) : [],
  )
  const judged = verdicts.pairs.length + Object.keys(verdicts.cells).length
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-4xl gap-10 p-4 sm:p-8">
        {judged === 0 ? (
          <p className="text-muted">
            Nothing is judged yet. Keep (K), reject (X) or rate (1 to 5) pictures under Pictures, or
            compare two at a time under Judge.
          </p>
        ) : null}
        {definition.axes.map((axis, at) => (
          <AxisResults
            key={at}
            axis={axis}
            at={at}
            cells={progress.map(({ cell }) => cell)}
            records={records}
            verdicts={verdicts}
          />
        ))}
        {kept.length > 0 ? <Promote kept={kept} /> : null}
        <BestPictures
          definition={definition}
          progress={progress}
          ranking={ranking}
          verdicts={verdicts}
        />
      </div>
    </div>
  )
}
