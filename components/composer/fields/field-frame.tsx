import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { type Field, propertiesOf } from '@/lib/catalog/field'
import { setFields } from '@/lib/draft/draft'
import { issueFor } from '@/lib/draft/issues'
import { useDraft, useModel } from '@/lib/draft/use-draft'

/** What a control needs to belong to its label and its fault. */
export type ControlProps = {
  id: string
  labelId: string
  describedBy: string | undefined
  invalid: boolean
}

type Props = {
  field: Field
  hint?: ReactNode
  /** Stands at the right end of the label's row. */
  aside?: ReactNode
  /** The label names a group of controls, not one of them. */
  group?: boolean
  resettable?: boolean
  children: (bound: ControlProps) => ReactNode
}

/** Label, control, fault: every field looks and speaks alike. */
export function FieldFrame({ field, hint, aside, group, resettable = true, children }: Props) {
  const id = useId()
  const model = useModel()
  const issue = useDraft((state) => (model ? issueFor(model, field, state) : null))
  const Label = group ? 'span' : 'label'
  const bound = {
    id,
    labelId: `${id}-label`,
    describedBy: issue ? `${id}-issue` : undefined,
    invalid: issue !== null,
  }
  return (
    <div data-invalid={issue ? '' : undefined} className="grid grid-cols-1 gap-1.5">
      <div className="flex min-h-6 items-center gap-2">
        <Label
          id={bound.labelId}
          {...(group ? {} : { htmlFor: id })}
          className="shrink-0 font-medium text-[0.8125rem]"
        >
          {field.label}
        </Label>
        {hint && <span className="min-w-0 truncate text-2xs text-muted">{hint}</span>}
        <span className="ml-auto flex items-center gap-1">
          {resettable && <Reset field={field} />}
          {aside}
        </span>
      </div>
      {children(bound)}
      {issue && (
        <p id={bound.describedBy} className="text-danger text-xs">
          {issue}
        </p>
      )}
    </div>
  )
}

function Reset({ field }: { field: Field }) {
  const names = propertiesOf(field)
  const isSet = useDraft(({ draft }) => names.some((name) => draft.input[name] !== undefined))
  if (!isSet || field.required) return null
  return (
    <button
      type="button"
      title="Back to the default"
      aria-label={`Reset ${field.label}`}
      onClick={() => setFields(Object.fromEntries(names.map((name) => [name, undefined])))}
      className="grid size-6 place-items-center rounded text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
    >
      <RotateCcw size={12} aria-hidden />
    </button>
  )
}
