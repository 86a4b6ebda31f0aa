import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { TextInput } from '@/components/ui/text-input'
import { isComposing } from '@/lib/browser/key-events'
import type { FieldOf, Json } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { startStrength } from '@/lib/draft/pictures'
import { useDraft, useModel } from '@/lib/draft/use-draft'
import { MoodboardBrowserButton } from '../styles/moodboard-browser-button'
import { StyleBrowserButton } from '../styles/style-browser-button'
import { FieldFrame } from './field-frame'
import { NumberControl } from './number/number-control'
import { useInputError } from './use-input-error'

const StyleSuggestions = lazyPart(() =>
  import('../styles/style-suggestions').then((file) => file.StyleSuggestions),
)
const StyleName = lazyPart(() => import('../styles/style-name').then((file) => file.StyleName))

type Props = { field: FieldOf<'styles' | 'moodboards'> }

/** Styles or moodboards, by their ids on Krea; styles can be found by name where the server searches. */
export function StylesField({ field }: Props) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const items = Array.isArray(value) ? value : []
  const model = useModel()
  const [text, setText] = useState('')
  useInputError(field.name, text.trim() === '' ? null : 'Press Add, or clear the box.')
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
              at={at}
              field={field}
              value={item}
              onChange={(next) => set(items.with(at, next))}
              onRemove={() => set(items.toSpliced(at, 1))}
            />
          ))}
          {freeSlots > 0 && (
            <div className="flex flex-wrap gap-1.5">
              <TextInput
                id={id}
                value={text}
                className="flex-1"
                placeholder={
                  field.kind === 'styles' ? 'Name or id of a style' : 'Id of a moodboard'
                }
                spellCheck={false}
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                onChange={({ target }) => setText(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
                  if (event.metaKey || event.ctrlKey) return
                  event.preventDefault()
                  add(text.trim())
                }}
              />
              {field.kind === 'moodboards' && <MoodboardBrowserButton onAdd={add} />}
              {field.kind === 'styles' && model && (
                <StyleBrowserButton
                  modelId={model.id}
                  chosen={items.map(idOf)}
                  freeSlots={freeSlots}
                  onAdd={add}
                  onRemove={(id) => set(items.filter((item) => idOf(item) !== id))}
                />
              )}
              <Button
                size="sm"
                className="h-8"
                disabled={text.trim() === ''}
                onClick={() => add(text.trim())}
              >
                Add
              </Button>
              {field.kind === 'styles' && text !== '' ? (
                <StyleSuggestions text={text} onAdd={add} />
              ) : null}
            </div>
          )}
        </div>
      )}
    </FieldFrame>
  )
}

const entryOf = (value: Json) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

function idOf(value: Json): string {
  const { id } = entryOf(value)
  return typeof id === 'string' ? id : ''
}

type RowProps = Props & {
  at: number
  value: Json
  onChange: (value: Json) => void
  onRemove: () => void
}

function StyleRow({ field, at, value, onChange, onRemove }: RowProps) {
  const entry = entryOf(value)
  const id = idOf(value)
  return (
    <div className="grid grid-cols-1 gap-1.5 rounded-md border p-1.5 pl-2.5">
      <div className="flex items-center gap-2">
        {field.kind === 'styles' ? (
          <StyleName id={id} />
        ) : (
          <span title={id} className="min-w-0 flex-1 truncate font-mono text-xs">
            {id}
          </span>
        )}
        <Button look="quiet" size="icon" aria-label={`Remove ${id}`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      <NumberControl
        spec={field.strength}
        path={`${field.name}.${at}.strength`}
        label={`Strength of ${id}`}
        value={typeof entry.strength === 'number' ? entry.strength : undefined}
        onChange={(strength) => onChange({ id, ...(strength === undefined ? {} : { strength }) })}
      />
    </div>
  )
}
