import { useState } from 'react'
import * as z from 'zod/mini'
import { TextArea } from '@/components/ui/text-area'
import type { FieldOf, Json } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'
import { useInputError } from './use-input-error'

/** A field of any other shape is edited as JSON. */
export function JsonField({ field }: { field: FieldOf<'json'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2))
  const isBroken = typed !== null && typed !== '' && parse(typed) === undefined
  useInputError(field.name, isBroken ? notJson : null)
  return (
    <FieldFrame field={field} hint={typeHint(field.schema)}>
      {({ id, describedBy, invalid }) => (
        <>
          <TextArea
            id={id}
            rows={3}
            spellCheck={false}
            value={text}
            placeholder={field.default === null ? 'JSON' : JSON.stringify(field.default)}
            aria-describedby={isBroken ? `${id}-json` : describedBy}
            aria-invalid={invalid || isBroken || undefined}
            onChange={({ target }) => {
              setTyped(target.value)
              setField(field.name, parse(target.value))
            }}
            onBlur={() => isBroken || setTyped(null)}
            className="max-h-60 w-full rounded-md border border-control bg-panel px-2.5 py-1.5 font-mono text-xs aria-invalid:border-danger pointer-coarse:text-base"
          />
          {isBroken && (
            <p id={`${id}-json`} className="text-danger text-xs">
              {notJson}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  )
}

const notJson = 'This is not valid JSON.'

function parse(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function typeHint(schema: Json): string {
  const type =
    schema !== null && typeof schema === 'object' && !Array.isArray(schema) && schema.type
  return typeof type === 'string' ? `JSON, ${type}` : 'JSON'
}
