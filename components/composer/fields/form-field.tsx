import type { Field, Model } from '@/lib/catalog/field'
import { isSwitchedOff } from '@/lib/draft/switches'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldControl } from './field'

/** A field of the form; dimmed while its switch is off. */
export function FormField({ model, field }: { model: Model; field: Field }) {
  const isOff = useDraft(({ draft }) => isSwitchedOff(model, field, draft.input))
  return (
    <div inert={isOff} className={isOff ? 'opacity-45' : undefined}>
      <FieldControl field={field} />
    </div>
  )
}
