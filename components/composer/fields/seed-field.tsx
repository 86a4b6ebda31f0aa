import { Dices, Lock, LockOpen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { FieldOf } from '@/lib/catalog/field'
import { lockSeed, setField } from '@/lib/draft/draft'
import { seedWithin } from '@/lib/draft/state'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'

/** The seed of the next picture. Unless it is locked, each click draws another for the one after. */
export function SeedField({ field }: { field: FieldOf<'seed'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const locked = useDraft(({ seedLocked }) => seedLocked)
  const draw = () => setField(field.name, seedWithin(field, Math.random))
  return (
    <FieldFrame
      field={field}
      resettable={false}
      hint={locked ? 'the same for every click' : 'a new one for every click'}
    >
      {({ id, describedBy, invalid }) => (
        <div className="flex gap-1.5">
          <TextInput
            id={id}
            type="number"
            step={1}
            min={field.min ?? undefined}
            max={field.max ?? undefined}
            value={typeof value === 'number' ? value : ''}
            placeholder="Random"
            onChange={({ target }) =>
              setField(
                field.name,
                Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber,
              )
            }
            onBlur={() => value === undefined && draw()}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            className="tabular-nums"
          />
          <Button
            size="icon"
            aria-label="Draw another seed"
            title="Draw another seed"
            onClick={draw}
          >
            <Dices size={15} aria-hidden />
          </Button>
          <Button
            size="icon"
            aria-label="Lock the seed"
            title={locked ? 'Unlock the seed' : 'Lock the seed'}
            aria-pressed={locked}
            onClick={() => lockSeed(!locked)}
            className="aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-page"
          >
            {locked ? <Lock size={15} aria-hidden /> : <LockOpen size={15} aria-hidden />}
          </Button>
        </div>
      )}
    </FieldFrame>
  )
}
