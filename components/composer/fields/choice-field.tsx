import { Chips } from '@/components/ui/chips'
import { Select } from '@/components/ui/select'
import type { FieldOf } from '@/lib/catalog/field'
import { formatName } from '@/lib/catalog/format-name'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { DefaultChoice, defaultOption } from './default-choice'
import { FieldFrame } from './field-frame'

const maxChips = 5
const maxLetters = 40

/** A few short options are chips; many, or long ones, a select. */
export function ChoiceField({ field }: { field: FieldOf<'choice'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name]) ?? field.default ?? undefined
  const { options } = field
  const mayBeUnset = !field.required && field.default === null
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
            options={mayBeUnset ? [defaultOption, ...options.map(String)] : options.map(String)}
            value={value === undefined ? defaultOption : String(value)}
            onChange={choose}
            show={(option) => (option === defaultOption ? <DefaultChoice /> : formatOption(option))}
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
            {mayBeUnset && <option value="">Default</option>}
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

/** Spellings that no rule gives. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['xhigh', 'Extra high'],
  ['jpeg', 'JPG'],
])

/** `very_low` -> `Very low`; names that are already spelt, such as `Wonder 3`, stay. */
const formatOption = (option: string) =>
  spellings.get(option) ?? (/^[a-z0-9_]+$/.test(option) ? formatName(option) : option)
