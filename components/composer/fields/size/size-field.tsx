import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { lazyPart } from '@/components/ui/lazy-part'
import type { ChoiceSpec, FieldOf, Input, SizeParts } from '@/lib/catalog/field'
import { setField, setFields } from '@/lib/draft/draft'
import { firstPicture } from '@/lib/draft/picture-field'
import { fitPixels, ratioOf, ratioOptions, sameRatio } from '@/lib/draft/size/size'
import { useDraft, useModel } from '@/lib/draft/use-draft'
import { DefaultChoice, defaultOption } from '../default-choice'
import { FieldFrame } from '../field-frame'
import { RatioShape } from './ratio-shape'
import { SizePixels, type SizeValues } from './size-pixels'

const ScaleChips = lazyPart(() => import('./scale-chips').then((file) => file.ScaleChips))
const MatchInput = lazyPart(() => import('./match-input').then((file) => file.MatchInput))

/** Nothing is sent, and the model decides. */
const auto = 'Auto'

/** One control for all the ways in which models take a size, with only the options of this model. */
export function SizeField({ field }: { field: FieldOf<'size'> }) {
  const { parts } = field
  const values = useSizeValues(parts)
  const offersBoth = Boolean(parts.aspect_ratio && parts.width && parts.height)
  const [exact, setExact] = useState(false)
  const byPixels = Boolean(
    parts.width && parts.height && (!offersBoth || exact || values.width !== undefined),
  )
  const model = useModel()
  const picture = useDraft(({ draft }) => model && firstPicture(model, draft.input))
  const isEnhanced = useIsEnhanced(parts)
  const ratios = isEnhanced ? [] : ratioOptions(parts)
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
        <>
          {picture && ratios.length > 0 && (
            <MatchInput picture={picture} parts={parts} byPixels={byPixels} />
          )}
          {offersBoth && (
            <Button
              look="quiet"
              size="sm"
              aria-pressed={byPixels}
              onClick={() => {
                setExact(!byPixels)
                if (byPixels) setFields({ width: undefined, height: undefined })
              }}
            >
              {byPixels ? 'By ratio' : 'By pixels'}
            </Button>
          )}
        </>
      }
    >
      {({ labelId, describedBy, invalid }) => (
        <div className="grid gap-2.5">
          {isEnhanced && picture && (
            <ScaleChips
              picture={picture}
              parts={parts}
              width={values.width}
              height={values.height}
            />
          )}
          {isEnhanced && !picture && (
            <p className="text-muted text-xs">Add an image to choose how much larger it gets.</p>
          )}
          {ratios.length > 0 && (
            <Chips
              options={mayBeUnset ? [auto, ...ratios] : ratios}
              value={shownRatio(values, ratios) ?? (mayBeUnset && !byPixels ? auto : undefined)}
              onChange={(ratio) => chooseRatio(parts, ratio, byPixels, values)}
              show={(ratio) => (
                <span className="grid justify-items-center gap-1">
                  <RatioShape ratio={ratioOf(ratio)} />
                  <span className="text-2xs tabular-nums leading-none">{ratio}</span>
                </span>
              )}
              labelledBy={labelId}
              describedBy={describedBy}
              invalid={invalid && !byPixels}
              className={`grid gap-1.5 ${columns(ratios.length + (mayBeUnset ? 1 : 0))}`}
              chipClassName="h-12"
            />
          )}
          {byPixels && parts.width && parts.height && (!isEnhanced || picture) && (
            <SizePixels
              field={field}
              width={parts.width}
              height={parts.height}
              values={values}
              describedBy={describedBy}
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

/** An enhancer works on one picture: its result has the shape of that. */
function useIsEnhanced(parts: SizeParts): boolean {
  const model = useModel()
  const needsPicture = model?.fields.some(({ kind, required }) => kind === 'image' && required)
  return Boolean(parts.width && parts.height && needsPicture)
}

type ResolutionProps = {
  spec: ChoiceSpec & { required: boolean }
  value: string | number | undefined
}

function Resolution({ spec, value }: ResolutionProps) {
  const options = spec.options.map(String)
  const mayBeUnset = !spec.required && spec.default === null
  return (
    <Chips
      label="Resolution"
      options={mayBeUnset ? [defaultOption, ...options] : options}
      value={value === undefined ? defaultOption : String(value)}
      onChange={(text) =>
        setField(
          'resolution',
          spec.options.find((option) => String(option) === text),
        )
      }
      show={(option) => (option === defaultOption ? <DefaultChoice /> : option)}
    />
  )
}

/** The values that hold: the ones set, else Krea's defaults. */
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

/** Sets the ratio or the pixels and clears the other: a body never holds both. */
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

/** Rows of equal length where possible, of at most seven. */
function columns(count: number): string | undefined {
  const wide = Math.ceil(count / Math.ceil(count / 7))
  return columnClasses[Math.max(0, wide - 4)]
}
