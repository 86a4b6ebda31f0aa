import { TextArea } from '@/components/ui/text-area'
import type { FieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'

export function TextField({ field }: { field: FieldOf<'text'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  return (
    <FieldFrame field={field}>
      {({ id, describedBy, invalid }) => (
        <TextArea
          id={id}
          dir="auto"
          rows={2}
          value={typeof value === 'string' ? value : ''}
          placeholder={field.default ?? undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={({ target }) => setField(field.name, target.value || undefined)}
          className="block max-h-40 min-h-14 w-full resize-none rounded-md border border-control bg-panel px-2.5 py-1.5 text-[0.8125rem] hover:border-ink/60 aria-invalid:border-danger pointer-coarse:text-base"
        />
      )}
    </FieldFrame>
  )
}
