import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatPrice } from '@/lib/draft/price'
import { filePixels, formatSeconds, tookMs } from '@/lib/record/picture-facts'
import type { GalleryRecord } from '@/lib/record/record'
import { differences, isMixed, type Setting } from '@/lib/record/settings'
import { formatSetting } from '../details/format-setting'
import { ComparedActions } from './compared-actions'
import type { ComparedRecord } from './use-compared-records'

type Row = { key: string; label: string; cells: Cell[] }
type Cell = { text: string; isDefault?: boolean }

type Props = { subjects: ComparedRecord[]; onUse: (record: GalleryRecord) => void }

/** A table of the properties in which pictures differ, a column below each picture. It folds. */
export function Differences({ subjects, onUse }: Props) {
  const [isOpen, setOpen] = useState(true)
  const rows = [...resultRows(subjects), ...settingRows(subjects)]
  const ids = subjects.map(({ id }) => id)
  return (
    <section
      aria-label="Differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
      tabIndex={0}
      className="relative max-h-[34dvh] shrink-0 overflow-auto overscroll-contain border-t bg-panel focus-visible:-outline-offset-2"
    >
      <table
        className={`w-full table-fixed text-left text-xs ${subjects.length > 2 ? 'min-w-lg' : ''}`}
      >
        <caption className="sr-only">What differs</caption>
        <thead className="sticky top-0 bg-panel text-muted">
          <tr>
            <th className="w-9 p-0 pointer-coarse:w-11" scope="col">
              <Button
                look="quiet"
                size="icon"
                aria-label="Differences"
                title={isOpen ? 'Hide the differences' : 'Show the differences'}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                <ChevronDown size={15} aria-hidden className={isOpen ? '' : 'rotate-180'} />
              </Button>
            </th>
            {subjects.map(({ id, name, record }) => (
              <th key={id} className="px-3 py-1 font-medium text-ink" scope="col">
                <span className="flex flex-wrap items-center justify-between">
                  {name}
                  <ComparedActions
                    record={record}
                    name={name}
                    others={ids.filter((other) => other !== id)}
                    onUse={onUse}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {isOpen ? (
          <tbody>
            {rows.length === 0 ? (
              <tr className="border-t">
                <td className="px-3 py-2 text-muted" colSpan={subjects.length + 1}>
                  Nothing differs but the pictures themselves.
                </td>
              </tr>
            ) : null}
            {rows.map(({ key, label, cells }) => (
              <tr key={key} className="border-t">
                <th className="p-0" scope="row">
                  <span className="sr-only">{label}</span>
                </th>
                {cells.map(({ text, isDefault }, index) => (
                  <td
                    key={subjects[index]?.id}
                    data-label={label}
                    className="break-words px-3 py-1.5 align-top tabular-nums before:mr-2 before:text-muted before:content-[attr(data-label)]"
                  >
                    {text}
                    {isDefault ? <span className="text-muted"> (default)</span> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ) : null}
      </table>
    </section>
  )
}

function settingRows(subjects: ComparedRecord[]): Row[] {
  return differences(subjects).map((difference) => ({
    key: difference.path,
    label: resultLabels.includes(difference.label)
      ? `${difference.label} setting`
      : difference.label,
    cells: difference.values.map((setting) => cellOf(setting, isMixed(difference))),
  }))
}

const cellOf = (setting: Setting | null, quoted: boolean): Cell =>
  setting
    ? { text: formatSetting(setting.value, quoted), isDefault: setting.isDefault }
    : { text: '–' }

/** A setting of the same name is called a setting. */
const resultLabels = ['Model', 'Size', 'Price', 'Took']

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
