import { Dices } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { randomSeed } from '@/lib/catalog/defaults'
import { Labelled } from './labelled'
import type { PlanProps } from './plan-props'

/** The seeds that every cell is made with. */
export function SeedsField({ definition, onChange }: PlanProps) {
  const [text, setText] = useState(definition.seeds.join(', '))
  const read = readSeeds(text)

  function change(next: string) {
    setText(next)
    const seeds = readSeeds(next)
    if (seeds) onChange({ ...definition, seeds })
  }

  return (
    <Labelled
      label="Seeds"
      hint={
        read
          ? 'Each value is made once with each seed. More seeds leave less to chance.'
          : 'Write whole numbers, separated by commas.'
      }
    >
      {(id) => (
        <div className="flex gap-2">
          <TextInput
            id={id}
            value={text}
            aria-invalid={read === null || undefined}
            onChange={({ target }) => change(target.value)}
          />
          <Button
            className="shrink-0"
            onClick={() => change([...(read ?? []), randomSeed()].join(', '))}
            title="Add a random seed"
          >
            <Dices size={15} aria-hidden />
            Add a seed
          </Button>
        </div>
      )}
    </Labelled>
  )
}

/** Null where something is no whole number. */
function readSeeds(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const seeds = parts.map(Number)
  return seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0) ? [...new Set(seeds)] : null
}
