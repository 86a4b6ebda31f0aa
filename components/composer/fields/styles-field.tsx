import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { FieldOf, Json } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { startStrength } from '@/lib/draft/pictures'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'
import { NumberControl } from './number-control'
import { useStyleSearch } from './use-style-search'

type Props = { field: FieldOf<'styles' | 'moodboards'> }

/** Styles or moodboards, by their ids on Krea; styles can be found by name where the server searches. */
export function StylesField({ field }: Props) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const items = Array.isArray(value) ? value : []
  const [text, setText] = useState('')
  const found = useStyleSearch(field.kind === 'styles' ? text : '')
  const freeSlots = (field.maxItems ?? Number.POSITIVE_INFINITY) - items.length
  const set = (next: Json[]) => setField(field.name, next.length > 0 ? next : undefined)
  const add = (id: string) => {
    if (id === '') return
    set([
      ...items,
      field.strengthRequired ? { id, strength: startStrength(field.strength) } : { id },
    ])
    setText('')
  }
  return (
    <FieldFrame
      field={field}
      group={freeSlots <= 0}
      resettable={false}
      hint={field.maxItems === null ? undefined : `${items.length} of ${field.maxItems}`}
    >
      {({ id, describedBy, invalid }) => (
        <div className="grid grid-cols-1 gap-1.5">
          {items.map((item, at) => (
            <StyleRow
              key={at}
              field={field}
              value={item}
              onChange={(next) => set(items.with(at, next))}
              onRemove={() => set(items.toSpliced(at, 1))}
            />
          ))}
          {freeSlots > 0 && (
            <div className="flex gap-1.5">
              <TextInput
                id={id}
                value={text}
                list={`${id}-found`}
                placeholder={
                  field.kind === 'styles' ? 'Name or id of a style' : 'Id of a moodboard'
                }
                spellCheck={false}
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                onChange={({ target }) => setText(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return
                  event.preventDefault()
                  add(text.trim())
                }}
              />
              <Button
                size="sm"
                className="h-8"
                disabled={text.trim() === ''}
                onClick={() => add(text.trim())}
              >
                Add
              </Button>
              <datalist id={`${id}-found`}>
                {found.map((style) => (
                  <option key={style.id} value={style.id}>
                    {style.name}
                  </option>
                ))}
              </datalist>
            </div>
          )}
        </div>
      )}
    </FieldFrame>
  )
}

type RowProps = Props & { value: Json; onChange: (value: Json) => void; onRemove: () => void }

function StyleRow({ field, value, onChange, onRemove }: RowProps) {
  const entry = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const id = typeof entry.id === 'string' ? entry.id : ''
  return (
    <div className="grid grid-cols-1 gap-1.5 rounded-md border p-1.5 pl-2.5">
      <div className="flex items-center gap-2">
        <span title={id} className="min-w-0 flex-1 truncate font-mono text-xs">
          {id}
        </span>
        <Button look="quiet" size="icon" aria-label={`Remove ${id}`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      <NumberControl
        spec={field.strength}
        label={`Strength of ${id}`}
        value={typeof entry.strength === 'number' ? entry.strength : undefined}
        onChange={(strength) => onChange({ id, ...(strength === undefined ? {} : { strength }) })}
      />
    </div>
  )
}
