import { useState } from 'react'
import * as z from 'zod/mini'
import type { FieldOf, Json } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'

/** A shape this page has no control for: JSON by hand, never silence. */
export function JsonField({ field }: { field: FieldOf<'json'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2))
  const broken = typed !== null && typed !== '' && parse(typed) === undefined
  return (
    <FieldFrame field={field} hint={typeHint(field.schema)}>
      {({ id, describedBy, invalid }) => (
        <>
          <textarea
            id={id}
            rows={3}
            spellCheck={false}
            value={text}
            placeholder={field.default === null ? 'JSON' : JSON.stringify(field.default)}
            aria-describedby={broken ? `${id}-json` : describedBy}
            aria-invalid={invalid || broken || undefined}
            onChange={({ target }) => {
              setTyped(target.value)
              setField(field.name, parse(target.value))
            }}
            onBlur={() => broken || setTyped(null)}
            className="field-sizing-content max-h-60 w-full rounded-md border border-control bg-panel px-2.5 py-1.5 font-mono text-xs aria-invalid:border-danger pointer-coarse:text-base"
          />
          {broken && (
            <p id={`${id}-json`} className="text-danger text-xs">
              This is not JSON yet, and is not sent.
            </p>
          )}
        </>
      )}
    </FieldFrame>
  )
}

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
