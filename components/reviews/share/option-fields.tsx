import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { ReviewOptions } from '@/lib/contract/reviews/options'
import { Labelled } from './labelled'

type Props = { options: ReviewOptions; onChange: (options: ReviewOptions) => void }

type Flag = {
  [K in keyof ReviewOptions]: ReviewOptions[K] extends boolean ? K : never
}[keyof ReviewOptions]

const mayDo: [Flag, string][] = [
  ['picks', 'Pick favourites'],
  ['ratings', 'Rate with stars'],
  ['pairs', 'Compare in pairs'],
  ['comments', 'Comment'],
  ['downloads', 'Download originals'],
]

const maySee: [Flag, string][] = [
  ['showPrompts', 'Prompts'],
  ['showSettings', 'Models and settings'],
  ['showPrices', 'Prices'],
]

const fairness: [Flag, string][] = [
  ['blind', 'Hide labels and shuffle the order'],
  ['hideOthers', 'Hide others’ verdicts until done'],
]

/** What guests may do and see. */
export function OptionFields({ options, onChange }: Props) {
  const flags = (legend: string, rows: [Flag, string][]) => (
    <fieldset className="grid content-start gap-1">
      <legend className="mb-1 font-medium text-[0.8125rem]">{legend}</legend>
      {rows.map(([name, label]) => (
        <label key={name} className="flex items-center gap-2.5 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            data-autofocus={name === 'picks' || undefined}
            checked={options[name]}
            onChange={({ target }) => onChange({ ...options, [name]: target.checked })}
            className="size-4 accent-ink"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {flags('Guests may', mayDo)}
      <div className="grid content-start gap-4">
        {flags('Guests see', maySee)}
        {flags('For a fair judgement', fairness)}
      </div>
      <div className="grid grid-cols-2 gap-3 sm:col-span-2 sm:grid-cols-3">
        <Labelled label="At most" hint="picks">
          {(id) => (
            <TextInput
              id={id}
              type="number"
              min={1}
              max={300}
              placeholder="any"
              disabled={!options.picks}
              value={options.maxPicks ?? ''}
              onChange={({ target }) =>
                onChange({ ...options, maxPicks: target.value ? target.valueAsNumber : null })
              }
            />
          )}
        </Labelled>
        <Labelled label="Ends" hint="optional">
          {(id) => (
            <TextInput
              id={id}
              type="datetime-local"
              defaultValue={localTime(options.endsAt)}
              onChange={({ target }) =>
                onChange({
                  ...options,
                  endsAt: target.value ? new Date(target.value).toISOString() : null,
                })
              }
            />
          )}
        </Labelled>
        <Labelled label="Add automatically">
          {(id) => (
            <Select
              id={id}
              value={options.live}
              onChange={({ target }) =>
                onChange({
                  ...options,
                  live: liveKinds.find((one) => one === target.value) ?? 'off',
                })
              }
            >
              <option value="off">Nothing</option>
              <option value="starred">Pictures I star</option>
              <option value="all">All new pictures</option>
            </Select>
          )}
        </Labelled>
      </div>
    </div>
  )
}

const liveKinds = ['off', 'starred', 'all'] as const

/** As the field has it: the time of this place, without a zone. */
function localTime(iso: string | null): string | undefined {
  if (iso === null) return undefined
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
