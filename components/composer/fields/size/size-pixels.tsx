import { ArrowLeftRight, Link2, Link2Off } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FieldOf, NumberSpec } from '@/lib/catalog/field'
import { setFields } from '@/lib/draft/draft'
import { megapixels } from '@/lib/draft/size/size'
import { useDraft, useIsInvalid } from '@/lib/draft/use-draft'
import { NumberBox } from '../number/number-box'

export type SizeValues = {
  width: number | undefined
  height: number | undefined
  ratio: string | undefined
  resolution: string | number | undefined
}

type Props = {
  field: FieldOf<'size'>
  width: NumberSpec
  height: NumberSpec
  values: SizeValues
  describedBy: string | undefined
}

/** Width × height, with swap, a lock on their ratio, and the megapixels. */
export function SizePixels({ field, width, height, values, describedBy }: Props) {
  const own = useOwnPixels()
  const invalidWidth = useIsInvalid(field, 'width')
  const invalidHeight = useIsInvalid(field, 'height')
  const [locked, setLocked] = useState<number | null>(null)
  const both = values.width && values.height ? { width: values.width, height: values.height } : null
  const set = (side: 'width' | 'height', value: number | undefined) => {
    const other = side === 'width' ? 'height' : 'width'
    const ratio = side === 'width' ? locked : locked && 1 / locked
    setFields({
      [side]: value,
      // Both sides are sent together: Krea would pair a single width with its own default height.
      [other]: ratio && value ? Math.round(value / ratio) : value ? values[other] : own[other],
      aspect_ratio: undefined,
    })
  }
  const box = (side: 'width' | 'height', spec: NumberSpec) => (
    <NumberBox
      spec={{ ...spec, step: 16 }}
      path={side}
      label={side === 'width' ? 'Width in pixels' : 'Height in pixels'}
      describedBy={describedBy}
      invalid={side === 'width' ? invalidWidth : invalidHeight}
      value={own[side]}
      placeholder={side === 'width' ? 'Width' : 'Height'}
      onChange={(value) => set(side, value)}
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

/** As set in the form, without defaults: a box that is being emptied stays empty. */
function useOwnPixels() {
  const width = useDraft(({ draft }) => draft.input.width)
  const height = useDraft(({ draft }) => draft.input.height)
  return {
    width: typeof width === 'number' ? width : undefined,
    height: typeof height === 'number' ? height : undefined,
  }
}

function formatBounds({ min, max }: NumberSpec): string {
  if (min === null) return max === null ? '' : `Up to ${max} px a side`
  return max === null ? `${min} px a side or more` : `${min} – ${max} px a side`
}
