import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'

type Props = {
  initial?: string
  submit: string
  isStart?: boolean
  /** @returns whether the server has written it */
  onName: (name: string) => Promise<boolean>
}

/** A guest says a name once; the server remembers it for this link. */
export function NameForm({ initial = '', submit, isStart, onName }: Props) {
  const id = useId()
  const [isBusy, setBusy] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    if (name === '') return
    setBusy(true)
    await onName(name)
    setBusy(false)
  }

  return (
    <form method="dialog" onSubmit={send} className="flex max-w-sm flex-wrap items-end gap-2">
      <div className="grid min-w-0 flex-1 gap-1">
        <label htmlFor={id} className="font-medium">
          Your name
        </label>
        <TextInput
          id={id}
          name="name"
          required
          maxLength={40}
          defaultValue={initial}
          autoComplete="given-name"
          data-autofocus={isStart || undefined}
          className="h-9"
        />
      </div>
      <Button type="submit" look="primary" disabled={isBusy}>
        {submit}
      </Button>
    </form>
  )
}
