import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Field, type Model, propertiesOf } from '@/lib/catalog/field'
import { useDraft, useHasIssue } from '@/lib/draft/use-draft'
import { FormField } from './fields/form-field'

/** Rarely used settings. They open by themselves when one of them needs a change. */
export function MoreSettings({ model, fields }: { model: Model; fields: Field[] }) {
  const [expanded, setExpanded] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  // It may have been opened before hydration.
  useEffect(() => setExpanded(box.current?.open ?? false), [])
  const changed = useDraft(({ draft }) => {
    const isSet = (field: Field) =>
      propertiesOf(field).some((name) => draft.input[name] !== undefined)
    return fields.filter(isSet).length
  })
  const isInvalid = useHasIssue(model, fields)
  const open = expanded || isInvalid
  return (
    <details
      ref={box}
      open={open}
      onToggle={({ currentTarget }) => setExpanded(currentTarget.open)}
      className="group border-t pt-2"
    >
      <summary className="flex h-9 items-center gap-1.5 rounded-md font-medium text-[0.8125rem] hover:text-ink pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          aria-hidden
          className="text-muted transition-transform duration-150 group-open:rotate-90"
        />
        More settings
        <span className="ml-auto text-2xs text-muted tabular-nums">
          {changed > 0 ? `${changed} changed` : fields.length}
        </span>
      </summary>
      {open && (
        <div className="grid grid-cols-1 gap-5 pt-3">
          {fields.map((field) => (
            <FormField key={field.name} model={model} field={field} />
          ))}
        </div>
      )}
    </details>
  )
}
