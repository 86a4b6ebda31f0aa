import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { readValues } from '@/lib/experiment/range'
import { plural } from '../format'
import { Labelled, textAreaClass } from './labelled'

type Props = { hint: string; onAdd: (texts: string[]) => void }

/** A list of values, or a range. */
export function ValuesText({ hint, onAdd }: Props) {
  const [text, setText] = useState('')
  const read = readValues(text)
  const problem = 'problem' in read ? read.problem : null
  const values = 'values' in read ? read.values : []

  function submit(event: FormEvent) {
    event.preventDefault()
    if (values.length > 0) onAdd(values)
  }

  return (
    <form method="dialog" onSubmit={submit} className="grid gap-3">
      <Labelled label="Values" hint={problem ?? hint}>
        {(id) => (
          <TextArea
            id={id}
            rows={2}
            dir="auto"
            className={textAreaClass}
            value={text}
            aria-invalid={problem !== null || undefined}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
      <Button type="submit" className="justify-self-start" disabled={values.length === 0}>
        {values.length > 0 ? `Add ${plural(values.length, 'value')}` : 'Add'}
      </Button>
    </form>
  )
}
