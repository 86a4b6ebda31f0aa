import { TextArea } from '@/components/ui/text-area'
import type { FieldOf } from '@/lib/catalog/field'
import { replacePrompt, setField } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { useDraft } from '@/lib/draft/use-draft'
import { grouped } from '@/lib/grouped'
import { PromptsButton } from '../prompts/prompts-button'
import { FieldFrame } from './field-frame'

/** The prompt grows with its text. ↑ in an empty one brings the last one back. */
export function PromptField({ field }: { field: FieldOf<'prompt'> }) {
  const text = useDraft(({ draft }) => stringOr(draft.input[field.name]))
  return (
    <FieldFrame
      field={field}
      resettable={false}
      hint={field.required ? undefined : 'optional'}
      aside={
        <>
          <Counter length={text.length} max={field.maxLength} />
          <PromptsButton prompt={text} onSelect={(prompt) => replacePrompt(field.name, prompt)} />
        </>
      }
    >
      {({ id, describedBy, invalid }) => (
        <TextArea
          id={id}
          dir="auto"
          rows={field.required ? 4 : 2}
          value={text}
          placeholder={field.required ? 'Describe the picture' : 'Optional'}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={({ target }) => setField(field.name, target.value || undefined)}
          onKeyDown={(event) => {
            const last = getDraftState().prompts[0]
            if (event.key !== 'ArrowUp' || text !== '' || last === undefined) return
            event.preventDefault()
            setField(field.name, last)
          }}
          className="block max-h-72 min-h-14 w-full resize-none rounded-md border border-control bg-panel px-3 py-2 text-sm leading-relaxed hover:border-ink/60 aria-invalid:border-danger pointer-coarse:text-base"
        />
      )}
    </FieldFrame>
  )
}

function Counter({ length, max }: { length: number; max: number | null }) {
  if (max === null) return null
  return (
    <span className={`text-2xs tabular-nums ${length > max ? 'text-danger' : 'text-muted'}`}>
      {grouped(length)} / {grouped(max)}
    </span>
  )
}

const stringOr = (value: unknown) => (typeof value === 'string' ? value : '')
