import type { FieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from '../field-frame'
import { formatRange, NumberControl } from './number-control'

export function NumberField({ field }: { field: FieldOf<'number'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  return (
    <FieldFrame field={field} hint={formatRange(field)}>
      {({ id, describedBy, invalid }) => (
        <NumberControl
          spec={field}
          path={field.name}
          id={id}
          label={field.label}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next) => setField(field.name, next)}
          describedBy={describedBy}
          invalid={invalid}
        />
      )}
    </FieldFrame>
  )
}
