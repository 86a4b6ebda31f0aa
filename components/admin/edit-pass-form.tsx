import { type FormEvent, useId } from 'react'
import type { Pass } from '@/lib/contract/passes'
import { Button } from '../ui/button'
import { TextInput } from '../ui/text-input'

export type PassChange = { dollars: number; expiresAt: string | null }

type Props = { pass: Pass; onCancel: () => void; onSave: (change: PassChange) => void }

/** Tops up a pass, or moves its end. */
export function EditPassForm({ pass: { dollars, expiresAt }, onCancel, onSave }: Props) {
  const id = useId()
  const day = expiresAt?.slice(0, 10) ?? ''
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const until = String(form.get('until'))
    onSave({
      dollars: Number(form.get('dollars')),
      // An end that was not touched stays to the second.
      expiresAt: until === day ? expiresAt : until ? `${until}T23:59:59.000Z` : null,
    })
  }
  return (
    <form method="dialog" onSubmit={save} className="flex flex-wrap items-end gap-3">
      <div className="grid w-32 gap-1">
        <label htmlFor={`${id}-dollars`} className="font-medium">
          Budget ($)
        </label>
        <TextInput
          id={`${id}-dollars`}
          name="dollars"
          type="number"
          required
          autoFocus
          min={0.01}
          max={100_000}
          step={0.01}
          defaultValue={dollars}
        />
      </div>
      <div className="grid w-44 gap-1">
        <label htmlFor={`${id}-until`} className="font-medium">
          Until (empty: no end)
        </label>
        <TextInput id={`${id}-until`} name="until" type="date" defaultValue={day} />
      </div>
      <Button size="sm" className="h-8" type="submit" look="primary">
        Save
      </Button>
      <Button size="sm" className="h-8" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  )
}
