import type { Axis } from '@/lib/experiment/definition'
import type { Cell } from '@/lib/experiment/expand'
import { secondsOf } from '@/lib/experiment/export/csv'
import { conclusion } from '@/lib/experiment/judge/conclusion'
import { rank } from '@/lib/experiment/judge/ranking'
import { resultsByValue } from '@/lib/experiment/judge/results'
import { comparisonsOf, type Verdicts } from '@/lib/experiment/judge/verdicts'
import { dollars } from '@/lib/money'
import type { GalleryRecord } from '@/lib/record/record'
import { hasPicture } from '@/lib/record/record-state'
import { plural } from '../format'
import { StrengthBar } from './strength-bar'

type Props = {
  axis: Axis
  at: number
  cells: Cell[]
  records: Map<string, GalleryRecord>
  verdicts: Verdicts
}

/** The values of one axis: how strong each is, and what a kept picture of it costs and takes. */
export function AxisResults({ axis, at, cells, records, verdicts }: Props) {
  const valueIndexOf = new Map(cells.map(({ key, at: place }) => [key, String(place[at] ?? 0)]))
  const ids = axis.values.map((_, value) => String(value))
  const comparisons = comparisonsOf(verdicts.pairs, (key) => valueIndexOf.get(key))
  const ranking = rank(ids, comparisons)
  const strengths = new Map(ranking.items.map((item) => [item.id, item]))
  const rows = resultsByValue(
    at,
    axis.values.length,
    cells,
    (key) => outcomeOf(records.get(key)),
    (key) => verdicts.cells[key],
  )
  const sentence = conclusion(
    ranking,
    rows.map(({ value, dollarsPerPicture, dollarsPerKept }) => ({
      label: axis.values[value]?.label ?? '',
      dollarsPerPicture,
      dollarsPerKept,
    })),
  )
  return (
    <section aria-label={axis.name} className="grid gap-3">
      <h3 className="font-semibold text-base">{axis.name}</h3>
      {sentence ? (
        <p className="text-muted">
          {sentence} From {plural(comparisons.length, 'comparison')}.
        </p>
      ) : null}
      {sentence && rows.every(({ kept }) => kept === 0) ? (
        <p className="text-muted">
          Keep the good ones under Pictures (K) to see what a kept picture costs.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys. */}
      <section aria-label={`Values of ${axis.name}`} tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-[0.8125rem] tabular-nums">
          <thead className="text-left text-muted text-xs">
            <tr className="[&>th]:pr-4 [&>th]:pb-1.5 [&>th]:font-normal">
              <th scope="col">Value</th>
              <th scope="col">Strength</th>
              <th scope="col">Made</th>
              <th scope="col">Kept</th>
              <th scope="col">Rating</th>
              <th scope="col">$ per picture</th>
              <th scope="col">$ per kept</th>
              <th scope="col">Seconds per kept</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value} className="border-t [&>*]:py-1.5 [&>*]:pr-4">
                <th scope="row" className="max-w-56 text-left font-medium" dir="auto">
                  {axis.values[row.value]?.label}
                </th>
                <td>
                  <StrengthBar item={strengths.get(String(row.value))} all={ranking.items} />
                </td>
                <td>{row.made}</td>
                <td>{row.kept}</td>
                <td>{row.rating?.toFixed(1) ?? '–'}</td>
                <td>{row.dollarsPerPicture === null ? '–' : dollars(row.dollarsPerPicture)}</td>
                <td>{row.dollarsPerKept === null ? '–' : dollars(row.dollarsPerKept)}</td>
                <td>{row.secondsPerKept?.toFixed(1) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const outcomeOf = (record: GalleryRecord | undefined) =>
  record && {
    dollars: record.price?.amount ?? null,
    seconds: secondsOf(record),
    isDone: hasPicture(record.state.kind),
  }
