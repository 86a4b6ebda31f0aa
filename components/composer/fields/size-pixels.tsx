import { ArrowLeftRight, Link2, Link2Off } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { NumberSpec } from '@/lib/catalog/field'
import { setFields } from '@/lib/draft/draft'
import { megapixels } from '@/lib/draft/size'

export type SizeValues = {
  width: number | undefined
  height: number | undefined
  ratio: string | undefined
  resolution: string | number | undefined
}

type Props = {
  width: NumberSpec
  height: NumberSpec
  values: SizeValues
  describedBy: string | undefined
  invalid: boolean
}

/** Width × height, with swap, a lock on their ratio, and what that makes in megapixels. */
export function SizePixels({ width, height, values, describedBy, invalid }: Props) {
  const [locked, setLocked] = useState<number | null>(null)
  const both = values.width && values.height ? { width: values.width, height: values.height } : null
  const set = (side: 'width' | 'height', value: number | undefined) => {
    const other = side === 'width' ? 'height' : 'width'
    const ratio = side === 'width' ? locked : locked && 1 / locked
    setFields({
      [side]: value,
      // Both sides are sent once one is: a lone width would be paired with a default of Krea's.
      [other]: ratio && value ? Math.round(value / ratio) : values[other],
      aspect_ratio: undefined,
    })
  }
  const box = (side: 'width' | 'height', spec: NumberSpec) => (
    <TextInput
      type="number"
      aria-label={side === 'width' ? 'Width in pixels' : 'Height in pixels'}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      min={spec.min ?? undefined}
      max={spec.max ?? undefined}
      step={16}
      value={values[side] ?? ''}
      placeholder={side === 'width' ? 'Width' : 'Height'}
      onChange={({ target }) =>
        set(side, Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
      }
      className="tabular-nums"
    />
  )
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-1.5">
        {box('width', width)}
        <Button
          look="quiet"
          size="icon"
          aria-label="Swap width and height"
          title="Swap width and height"
          disabled={!both}
          onClick={() => {
            if (!both) return
            setFields({ width: both.height, height: both.width })
            if (locked) setLocked(1 / locked)
          }}
        >
          <ArrowLeftRight size={15} aria-hidden />
        </Button>
        {box('height', height)}
        <Button
          size="icon"
          aria-label="Lock the ratio"
          title={locked ? 'Unlock the ratio' : 'Lock the ratio'}
          aria-pressed={locked !== null}
          disabled={!both}
          onClick={() => setLocked(locked || !both ? null : both.width / both.height)}
          className="aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-page"
        >
          {locked ? <Link2 size={15} aria-hidden /> : <Link2Off size={15} aria-hidden />}
        </Button>
      </div>
      <p className="flex justify-between text-2xs text-muted tabular-nums">
        <span>{formatBounds(width)}</span>
        <span>{both && megapixels(both)}</span>
      </p>
    </div>
  )
}

function formatBounds({ min, max }: NumberSpec): string {
  if (min === null) return max === null ? '' : `Up to ${max} px a side`
  return max === null ? `${min} px a side or more` : `${min} – ${max} px a side`
}
