import { Dices, Lock, LockOpen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { FieldOf } from '@/lib/catalog/field'
import { lockSeed, setField } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { seedWithin } from '@/lib/draft/state'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'
import { NumberBox } from './number/number-box'

/** The seed of the next picture. Unless it is locked, each click draws a new one. */
export function SeedField({ field }: { field: FieldOf<'seed'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const locked = useDraft(({ seedLocked }) => seedLocked)
  const draw = () => setField(field.name, seedWithin(field, Math.random))
  const drawIfEmpty = () => {
    const { draft, inputErrors } = getDraftState()
    if (draft.input[field.name] === undefined && inputErrors[field.name] === undefined) draw()
  }
  return (
    <FieldFrame
      field={field}
      resettable={false}
      hint={locked ? 'fixed for the first picture' : 'new for each run'}
    >
      {({ id, describedBy, invalid }) => (
        <div className="flex gap-1.5">
          <NumberBox
            id={id}
            spec={{ ...field, default: null }}
            path={field.name}
            value={typeof value === 'number' ? value : undefined}
            placeholder="Random"
            onChange={(seed) => setField(field.name, seed)}
            onBlur={drawIfEmpty}
            describedBy={describedBy}
            invalid={invalid}
          />
          <Button size="icon" aria-label="Randomize" title="Randomize" onClick={draw}>
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
