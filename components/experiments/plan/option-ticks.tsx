import { useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  options: { value: string; label: string }[]
  onAdd: (values: string[]) => void
}

/** Ticks for the options of a choice, in the catalog's order. */
export function OptionTicks({ options, onAdd }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (value: string) => {
    const next = new Set(ticked)
    if (!next.delete(value)) next.add(value)
    setTicked(next)
  }
  return (
    <div className="grid gap-3">
      <ul className="grid max-h-72 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {options.map(({ value, label }) => (
          <li key={value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-[0.8125rem] hover:bg-hover pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={ticked.has(value)}
                onChange={() => toggle(value)}
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
      <Button
        className="justify-self-start"
        disabled={ticked.size === 0}
        onClick={() => onAdd(options.flatMap(({ value }) => (ticked.has(value) ? value : [])))}
      >
        {ticked.size > 0 ? `Add ${ticked.size} values` : 'Add'}
      </Button>
    </div>
  )
}
