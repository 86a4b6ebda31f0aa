import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { type Field, propertiesOf } from '@/lib/catalog/field'
import { markVisited, setFields } from '@/lib/draft/draft'
import { useDraft, useIssue } from '@/lib/draft/use-draft'

/** Props that tie a control to its label and its issue. */
export type ControlProps = {
  id: string
  labelId: string
  describedBy: string | undefined
  invalid: boolean
}

type Props = {
  field: Field
  hint?: ReactNode
  /** At the right end of the label's row. */
  aside?: ReactNode
  /** The label names a group of controls, not one of them. */
  group?: boolean
  resettable?: boolean
  children: (control: ControlProps) => ReactNode
}

/** Label, control and issue of a field. */
export function FieldFrame({ field, hint, aside, group, resettable = true, children }: Props) {
  const id = useId()
  const issue = useIssue(field)
  const Label = group ? 'span' : 'label'
  const control = {
    id,
    labelId: `${id}-label`,
    describedBy: issue ? `${id}-issue` : undefined,
    invalid: issue !== null,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears that the focus leaves the controls inside.
    <div
      data-invalid={issue ? '' : undefined}
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget) || markVisited(propertiesOf(field))
      }
      className="grid grid-cols-1 gap-1.5"
    >
      <div className="flex min-h-6 items-center gap-2">
        <Label
          id={control.labelId}
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
      {children(control)}
      {field.description && <p className="text-muted text-xs">{field.description}</p>}
      {issue && (
        <p id={control.describedBy} className="text-danger text-xs">
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
