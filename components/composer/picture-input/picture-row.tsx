import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { FieldOf, Json } from '@/lib/catalog/field'
import { NumberControl } from '../fields/number/number-control'
import { InputPreview } from './input-preview'
import { positionType } from './position-type'

type Props = {
  field: FieldOf<'images' | 'weighted-images' | 'tagged-images'>
  value: Json
  at: number
  last: boolean
  onChange: (value: Json) => void
  onRemove: () => void
  onMove: (to: number) => void
  /** Another picture was dropped on this one. */
  onMoveHere: (from: number) => void
}

export function PictureRow({ field, value, at, last, onChange, onRemove, ...on }: Props) {
  const entry = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const url = typeof value === 'string' ? value : typeof entry.url === 'string' ? entry.url : ''
  const number = `picture ${at + 1}`
  return (
    <li
      onDragStart={({ dataTransfer }) => dataTransfer.setData(positionType, String(at))}
      onDrop={(event) => {
        const from = event.dataTransfer.getData(positionType)
        if (from === '') return
        event.preventDefault()
        event.stopPropagation()
        on.onMoveHere(Number(from))
      }}
      className="grid grid-cols-1 gap-1.5 rounded-md border p-1.5"
    >
      <div className="flex items-center gap-1">
        <InputPreview url={url} alt={`Input ${number}`}>
          {field.kind === 'tagged-images' ? (
            <TextInput
              aria-label={`Tag of ${number}`}
              value={typeof entry.tag === 'string' ? entry.tag : ''}
              placeholder="tag"
              maxLength={field.tag.maxLength ?? undefined}
              spellCheck={false}
              onChange={({ target }) => onChange({ ...entry, tag: target.value })}
              className="flex-1 font-mono"
            />
          ) : null}
        </InputPreview>
        {!(at === 0 && last) && (
          <>
            <Button
              look="quiet"
              size="icon"
              aria-label={`Move ${number} up`}
              disabled={at === 0}
              onClick={() => on.onMove(at - 1)}
            >
              <ArrowUp size={14} aria-hidden />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={`Move ${number} down`}
              disabled={last}
              onClick={() => on.onMove(at + 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </Button>
          </>
        )}
        <Button look="quiet" size="icon" aria-label={`Remove ${number}`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      {field.kind === 'weighted-images' && (
        <NumberControl
          spec={field.strength}
          path={`${field.name}.${at}.strength`}
          label={`Strength of ${number}`}
          value={typeof entry.strength === 'number' ? entry.strength : undefined}
          onChange={(strength) =>
            onChange({ ...(url ? { url } : {}), ...(strength === undefined ? {} : { strength }) })
          }
        />
      )}
    </li>
  )
}
