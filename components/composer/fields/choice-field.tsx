import { Chips } from '@/components/ui/chips'
import { Select } from '@/components/ui/select'
import type { FieldOf } from '@/lib/catalog/field'
import { formatName } from '@/lib/catalog/format-name'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'

const maxChips = 5
const maxLetters = 40

/** A few short options are chips; many, or long ones, a select. */
export function ChoiceField({ field }: { field: FieldOf<'choice'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name]) ?? field.default ?? undefined
  const { options } = field
  const asChips = options.length <= maxChips && options.join('').length <= maxLetters
  const choose = (text: string) =>
    setField(
      field.name,
      options.find((option) => String(option) === text),
    )
  return (
    <FieldFrame field={field} group={asChips}>
      {({ id, labelId, describedBy, invalid }) =>
        asChips ? (
          <Chips
            options={options.map(String)}
            value={value === undefined ? undefined : String(value)}
            onChange={choose}
            show={formatOption}
            labelledBy={labelId}
            describedBy={describedBy}
            invalid={invalid}
          />
        ) : (
          <Select
            id={id}
            value={value === undefined ? '' : String(value)}
            onChange={({ target }) => choose(target.value)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          >
            {value === undefined && <option value="">Automatic</option>}
            {options.map((option) => (
              <option key={option} value={option}>
                {formatOption(String(option))}
              </option>
            ))}
          </Select>
        )
      }
    </FieldFrame>
  )
}

/** `very_low` -> `Very low`; names that someone has already spelt, such as `Wonder 3`, stay. */
const formatOption = (option: string) => (/^[a-z0-9_]+$/.test(option) ? formatName(option) : option)
