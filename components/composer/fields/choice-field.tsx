import { Chips } from '@/components/ui/chips'
import { Select } from '@/components/ui/select'
import type { FieldOf } from '@/lib/catalog/field'
import { formatIssue } from '@/lib/catalog/words'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'

const mostChips = 5
const mostLetters = 40

/** A few short options are chips; many, or long ones, a select. */
export function ChoiceField({ field }: { field: FieldOf<'choice'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name]) ?? field.default ?? undefined
  const { options } = field
  const asChips = options.length <= mostChips && options.join('').length <= mostLetters
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
            show={optionWords}
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
                {optionWords(String(option))}
              </option>
            ))}
          </Select>
        )
      }
    </FieldFrame>
  )
}

/** `very_low` -> `Very low`; names that someone has already spelt, such as `Wonder 3`, stay. */
const optionWords = (option: string) => (/^[a-z0-9_]+$/.test(option) ? formatIssue(option) : option)
