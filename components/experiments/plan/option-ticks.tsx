import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { plural } from '../format'

type Option = { value: string; label: string; note?: string }

type Props = {
  options: Option[]
  /** Ticked from the start. */
  initial?: string[]
  /** The noun for one option, as `model`. */
  noun: string
  onAdd: (values: string[]) => void
}

/** More options than these are searched. */
const maxUnsearched = 12

/** Ticks for the options of a choice, in the catalog's order. Those that a search hides stay as they are. */
export function OptionTicks({ options, initial = [], noun, onAdd }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(initial))
  const [text, setText] = useState('')
  const isShown = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase())
  const toggle = (value: string) => {
    const next = new Set(ticked)
    if (!next.delete(value)) next.add(value)
    setTicked(next)
  }
  const isLong = options.length > maxUnsearched
  const addButton = (
    <Button
      className="shrink-0 justify-self-start"
      disabled={ticked.size === 0}
      onClick={() => onAdd(options.flatMap(({ value }) => (ticked.has(value) ? value : [])))}
    >
      {ticked.size > 0 ? `Add ${plural(ticked.size, noun)}` : 'Add'}
    </Button>
  )
  return (
    <div className="grid gap-3">
      {/* Below a long list the button would be out of sight. */}
      {isLong ? (
        <div className="flex gap-3">
          <TextInput
            type="search"
            aria-label="Search"
            placeholder="Search"
            value={text}
            className="max-w-xs"
            onChange={({ target }) => setText(target.value)}
          />
          {addButton}
        </div>
      ) : null}
      <ul className="grid max-h-72 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {options
          .filter(({ label }) => isShown(label))
          .map(({ value, label, note }) => (
            <li key={value}>
              <label className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-[0.8125rem] hover:bg-hover pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={ticked.has(value)}
                  onChange={() => toggle(value)}
                />
                {label}
                {note ? (
                  <span className="ml-auto whitespace-nowrap text-muted text-xs tabular-nums">
                    {note}
                  </span>
                ) : null}
              </label>
            </li>
          ))}
      </ul>
      {isLong ? null : addButton}
    </div>
  )
}
