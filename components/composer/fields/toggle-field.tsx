import { useId } from 'react'
import type { FieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft, useIssue } from '@/lib/draft/use-draft'

/** A switch on one line with its label; at Krea's default it is not sent. */
export function ToggleField({ field }: { field: FieldOf<'toggle'> }) {
  const id = useId()
  const value = useDraft(({ draft }) => draft.input[field.name]) ?? field.default ?? false
  const issue = useIssue(field)
  const change = (checked: boolean) =>
    setField(field.name, checked === field.default && !field.required ? undefined : checked)
  return (
    <div data-invalid={issue ? '' : undefined}>
      <label
        htmlFor={id}
        className="flex min-h-8 items-center justify-between gap-3 pointer-coarse:min-h-11"
      >
        <span className="font-medium text-[0.8125rem]">{field.label}</span>
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={value === true}
          aria-checked={value === true}
          onChange={({ target }) => change(target.checked)}
          aria-describedby={issue ? `${id}-issue` : undefined}
          className="switch"
        />
      </label>
      {issue && (
        <p id={`${id}-issue`} className="text-danger text-xs">
          {issue}
        </p>
      )}
    </div>
  )
}
