import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { lazyPart } from '@/components/ui/lazy-part'
import type { ChoiceSpec, FieldOf, Input, SizeParts } from '@/lib/catalog/field'
import { setField, setFields } from '@/lib/draft/draft'
import { fitPixels, ratioOf, ratioOptions, sameRatio } from '@/lib/draft/size'
import { useDraft, useModel } from '@/lib/draft/use-draft'
import { FieldFrame } from './field-frame'
import { RatioShape } from './ratio-shape'
import type { SizeValues } from './size-pixels'

const ScaleChips = lazyPart(() => import('./scale-chips').then((room) => room.ScaleChips))
const SizePixels = lazyPart(() => import('./size-pixels').then((room) => room.SizePixels))

/** `auto`: nothing is sent, and the model decides. */
const auto = 'Auto'

/** One control for all the ways in which models take a size; what a model cannot do is not offered. */
export function SizeField({ field }: { field: FieldOf<'size'> }) {
  const { parts } = field
  const values = useSizeValues(parts)
  const offersBoth = Boolean(parts.aspect_ratio && parts.width && parts.height)
  const [exact, setExact] = useState(false)
  const byPixels =
    parts.width && parts.height && (!offersBoth || exact || values.width !== undefined)
  const picture = useEnhanced(parts)
  const ratios = picture ? [] : ratioOptions(parts)
  const mayBeUnset =
    parts.aspect_ratio && !parts.aspect_ratio.required && !parts.aspect_ratio.default
  return (
    <FieldFrame
      field={field}
      group
      hint={
        parts.resolution?.options.length === 1 ? String(parts.resolution.options[0]) : undefined
      }
      aside={
        offersBoth && (
          <Button
            look="quiet"
            size="sm"
            aria-pressed={Boolean(byPixels)}
            onClick={() => {
              setExact(!byPixels)
              if (byPixels) setFields({ width: undefined, height: undefined })
            }}
          >
            {byPixels ? 'By ratio' : 'By pixels'}
          </Button>
        )
      }
    >
      {({ labelId, describedBy, invalid }) => (
        <div className="grid gap-2.5">
          {picture && (
            <ScaleChips
              picture={picture}
              parts={parts}
              width={values.width}
              height={values.height}
            />
          )}
          {ratios.length > 0 && (
            <Chips
              options={mayBeUnset ? [auto, ...ratios] : ratios}
              value={shownRatio(values, ratios) ?? (mayBeUnset && !byPixels ? auto : undefined)}
              onChange={(ratio) => chooseRatio(parts, ratio, Boolean(byPixels), values)}
              show={(ratio) => (
                <span className="grid justify-items-center gap-1">
                  <RatioShape ratio={ratioOf(ratio)} />
                  <span className="text-2xs tabular-nums leading-none">{ratio}</span>
                </span>
              )}
              labelledBy={labelId}
              describedBy={describedBy}
              invalid={invalid}
              className={`grid gap-1.5 ${columns(ratios.length + (mayBeUnset ? 1 : 0))}`}
              chipClassName="h-12"
            />
          )}
          {byPixels && parts.width && parts.height && (
            <SizePixels
              width={parts.width}
              height={parts.height}
              values={values}
              describedBy={describedBy}
              invalid={invalid}
            />
          )}
          {parts.resolution && parts.resolution.options.length > 1 && (
            <Resolution spec={parts.resolution} value={values.resolution} />
          )}
        </div>
      )}
    </FieldFrame>
  )
}

/** The picture that an enhancer is to work on: what it makes has its shape. */
function useEnhanced(parts: SizeParts): string | null {
  const model = useModel()
  const source = model?.fields.find(({ kind, required }) => kind === 'image' && required)
  const picture = useDraft(({ draft }) => (source ? draft.input[source.name] : undefined))
  return parts.width && parts.height && typeof picture === 'string' ? picture : null
}

function Resolution({ spec, value }: { spec: ChoiceSpec; value: string | number | undefined }) {
  return (
    <Chips
      label="Resolution"
      options={spec.options.map(String)}
      value={value === undefined ? undefined : String(value)}
      onChange={(text) =>
        setField(
          'resolution',
          spec.options.find((option) => String(option) === text),
        )
      }
    />
  )
}

/** What holds: what is set, else Krea's default. */
function useSizeValues(parts: SizeParts): SizeValues {
  const of = (input: Input, name: keyof SizeParts) => input[name] ?? parts[name]?.default
  const width = useDraft(({ draft }) => of(draft.input, 'width'))
  const height = useDraft(({ draft }) => of(draft.input, 'height'))
  const ratio = useDraft(({ draft }) => of(draft.input, 'aspect_ratio'))
  const resolution = useDraft(({ draft }) => of(draft.input, 'resolution'))
  return {
    width: typeof width === 'number' ? width : undefined,
    height: typeof height === 'number' ? height : undefined,
    ratio: typeof ratio === 'string' ? ratio : undefined,
    resolution:
      typeof resolution === 'string' || typeof resolution === 'number' ? resolution : undefined,
  }
}

function shownRatio({ width, height, ratio }: SizeValues, options: string[]): string | undefined {
  if (!width || !height) return ratio
  return options.find((option) => sameRatio(width / height, ratioOf(option)))
}

/** By ratio or by pixels, never both: the one that is chosen clears the other. */
function chooseRatio(parts: SizeParts, option: string, byPixels: boolean, values: SizeValues) {
  const ratio = ratioOf(option)
  if (parts.aspect_ratio && !byPixels) {
    setFields({
      aspect_ratio: option === auto ? undefined : option,
      width: undefined,
      height: undefined,
    })
    return
  }
  const area = values.width && values.height ? values.width * values.height : undefined
  const pixels = ratio === null ? null : fitPixels(parts, ratio, area)
  setFields({
    width: pixels?.width,
    height: pixels?.height,
    ...(parts.aspect_ratio ? { aspect_ratio: undefined } : {}),
  })
}

const columnClasses = ['grid-cols-4', 'grid-cols-5', 'grid-cols-6', 'grid-cols-7']

/** Rows as even as they come, of at most seven. */
function columns(count: number): string | undefined {
  const wide = Math.ceil(count / Math.ceil(count / 7))
  return columnClasses[Math.max(0, wide - 4)]
}
