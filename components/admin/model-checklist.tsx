import { useState } from 'react'
import { TextInput } from '../ui/text-input'

type Props = { models: { id: string; name: string }[] }

/** The models of a pass, as checkboxes named `models`. Those that a search hides stay as they are. */
export function ModelChecklist({ models }: Props) {
  const [text, setText] = useState('')
  const isShown = (name: string) => name.toLowerCase().includes(text.trim().toLowerCase())
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">Models</legend>
      <TextInput
        type="search"
        aria-label="Search models"
        placeholder="Search models"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className="max-w-72"
      />
      <div className="grid max-h-64 gap-x-4 overflow-y-auto rounded-md border bg-panel p-2 sm:grid-cols-2 lg:grid-cols-3">
        {models.map(({ id, name }) => (
          <label
            key={id}
            hidden={!isShown(name)}
            className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11 [[hidden]]:hidden"
          >
            <input type="checkbox" name="models" value={id} className="size-4 accent-accent" />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
