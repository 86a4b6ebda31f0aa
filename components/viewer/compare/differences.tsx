import { formatPrice } from '@/lib/draft/price'
import { filePixels, formatSeconds, tookMs } from '@/lib/record/picture-facts'
import { differences, formatValue, isMixed, type Setting } from '@/lib/record/settings'
import type { ComparedRecord } from './use-compared-records'

type Row = { key: string; label: string; cells: Cell[] }
type Cell = { text: string; isDefault?: boolean }

/** A table of the properties in which pictures differ. */
export function Differences({ subjects }: { subjects: ComparedRecord[] }) {
  const rows = [...resultRows(subjects), ...settingRows(subjects)]
  return (
    <section
      aria-label="Differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
      tabIndex={0}
      className="max-h-[34dvh] shrink-0 overflow-auto overscroll-contain border-t bg-panel focus-visible:-outline-offset-2"
    >
      {rows.length === 0 ? (
        <p className="p-4 text-muted text-xs">Nothing differs but the pictures themselves.</p>
      ) : (
        <table
          className={`w-full table-fixed text-left text-xs ${subjects.length > 2 ? 'min-w-lg' : ''}`}
        >
          <thead className="sticky top-0 bg-panel text-muted">
            <tr>
              <th className="w-24 py-2 sm:w-40 pr-3 pl-4 font-normal" scope="col">
                What differs
              </th>
              {subjects.map(({ id, name }) => (
                <th key={id} className="px-3 py-2 font-medium text-ink" scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, cells }) => (
              <tr key={key} className="border-t">
                <th className="py-1.5 pr-3 pl-4 align-top font-normal text-muted" scope="row">
                  {label}
                </th>
                {cells.map(({ text, isDefault }, index) => (
                  <td
                    key={subjects[index]?.id}
                    className="break-words px-3 py-1.5 align-top tabular-nums"
                  >
                    {text}
                    {isDefault ? <span className="text-muted"> (default)</span> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function settingRows(subjects: ComparedRecord[]): Row[] {
  return differences(subjects).map((difference) => ({
    key: difference.path,
    label: difference.label,
    cells: difference.values.map((setting) => cellOf(setting, isMixed(difference))),
  }))
}

const cellOf = (setting: Setting | null, quoted: boolean): Cell =>
  setting
    ? { text: formatValue(setting.value, quoted), isDefault: setting.isDefault }
    : { text: '–' }

/** Differences between the results of the requests. */
function resultRows(subjects: ComparedRecord[]): Row[] {
  const results: [label: string, texts: string[]][] = [
    ['Model', subjects.map(({ record }) => record.modelName)],
    ['Size', subjects.map(({ record }) => filePixels(record) ?? '–')],
    ['Price', subjects.map(({ record }) => formatPrice(record.price))],
    ['Took', subjects.map(({ record }) => formatDuration(tookMs(record)))],
  ]
  return results
    .filter(([, texts]) => new Set(texts).size > 1)
    .map(([label, texts]) => ({
      key: `result ${label}`,
      label,
      cells: texts.map((text) => ({ text })),
    }))
}

const formatDuration = (ms: number | null) => (ms === null ? '–' : formatSeconds(ms))
