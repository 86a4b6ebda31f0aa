import { formatPrice } from '@/lib/draft/price'
import { filePixels, formatSeconds, tookMs } from '@/lib/record/picture-facts'
import { differences, formatValue, isMixed, type Setting } from '@/lib/record/settings'
import type { Compared } from './use-compared-records'

type Line = { key: string; label: string; cells: Cell[] }
type Cell = { words: string; isDefault?: boolean }

/** A table of what differs between pictures, and of nothing else. */
export function Differences({ subjects }: { subjects: Compared[] }) {
  const lines = [...outcomes(subjects), ...asked(subjects)]
  return (
    <section
      aria-label="Differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
      tabIndex={0}
      className="max-h-[34dvh] shrink-0 overflow-auto overscroll-contain border-t bg-panel focus-visible:-outline-offset-2"
    >
      {lines.length === 0 ? (
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
            {lines.map(({ key, label, cells }) => (
              <tr key={key} className="border-t">
                <th className="py-1.5 pr-3 pl-4 align-top font-normal text-muted" scope="row">
                  {label}
                </th>
                {cells.map(({ words, isDefault }, at) => (
                  <td
                    key={subjects[at]?.id}
                    className="break-words px-3 py-1.5 align-top tabular-nums"
                  >
                    {words}
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

function asked(subjects: Compared[]): Line[] {
  return differences(subjects).map((difference) => ({
    key: difference.path,
    label: difference.label,
    cells: difference.values.map((setting) => cellOf(setting, isMixed(difference))),
  }))
}

const cellOf = (setting: Setting | null, quoted: boolean): Cell =>
  setting
    ? { words: formatValue(setting.value, quoted), isDefault: setting.isDefault }
    : { words: '–' }

/** What is no parameter, yet tells the pictures apart. */
function outcomes(subjects: Compared[]): Line[] {
  const rows: [label: string, words: string[]][] = [
    ['Model', subjects.map(({ record }) => record.modelName)],
    ['Size', subjects.map(({ record }) => filePixels(record) ?? '–')],
    ['Price', subjects.map(({ record }) => formatPrice(record.price))],
    ['Took', subjects.map(({ record }) => timeWords(tookMs(record)))],
  ]
  return rows
    .filter(([, words]) => new Set(words).size > 1)
    .map(([label, words]) => ({
      key: `outcome ${label}`,
      label,
      cells: words.map((one) => ({ words: one })),
    }))
}

const timeWords = (ms: number | null) => (ms === null ? '–' : formatSeconds(ms))
