import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import type { Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import { formatPrice } from '@/lib/draft/price'
import { pictureOf } from '@/lib/record/record'
import {
  type UpscaleFactor,
  upscaledSize,
  upscaleFactors,
  upscaleInput,
} from '@/lib/record/upscale'
import type { Size } from '../viewport/zoom'
import { enhancersIn, submitUpscale } from './submit-from-picture'
import type { ViewerContext } from './viewer-action'

type Props = { context: ViewerContext; onClose: () => void }

/** Chooses an enhancer and a factor. Only the button below, which says the price, submits. */
export function UpscaleDialog({ context, onClose }: Props) {
  const { record, models, attempt, showComposer } = context
  const enhancers = enhancersIn(models)
  const [id, setId] = useState(enhancers[0]?.id)
  const [factor, setFactor] = useState<UpscaleFactor>(2)
  const picture = pictureOf(record)
  const chosen = enhancers.find((model) => model.id === id)
  if (!picture || !chosen) return null

  const upscale = () => {
    attempt(() => submitUpscale(record, chosen, factor, showComposer))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Upscale" flush>
      <fieldset className="p-1.5">
        <legend className="sr-only">Model</legend>
        {enhancers.map((model, index) => (
          <label
            key={model.id}
            className="grid min-h-11 cursor-pointer grid-cols-[1fr_auto] items-center gap-x-4 rounded-md px-3.5 py-1.5 hover:bg-hover has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="enhancer"
              value={model.id}
              checked={model === chosen}
              data-autofocus={index === 0 || undefined}
              onChange={() => setId(model.id)}
              className="sr-only"
            />
            <span className="font-medium text-[0.8125rem]">{model.name}</span>
            <span className="text-right text-xs tabular-nums">
              {formatCost(model, picture, factor)}
            </span>
            <span className="text-muted text-xs">{model.maker}</span>
            <span className="text-right text-muted text-xs tabular-nums">
              {formatUpscaledSize(model, picture, factor)}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="sticky bottom-0 flex items-center justify-between gap-3 border-t bg-panel px-5 py-3 max-sm:px-3">
        <Chips
          label="Factor"
          options={upscaleFactors}
          value={factor}
          onChange={setFactor}
          show={(option) => `${option}×`}
          className="flex gap-1.5"
        />
        <Button look="primary" onClick={upscale}>
          Upscale
          <span className="font-normal tabular-nums">{formatCost(chosen, picture, factor)}</span>
        </Button>
      </div>
    </Dialog>
  )
}

function formatUpscaledSize(model: Model, picture: Size, factor: UpscaleFactor): string {
  const { width, height } = upscaledSize(model, picture, factor)
  return `${width} × ${height}`
}

const formatCost = (model: Model, picture: Size, factor: UpscaleFactor) =>
  formatPrice(priceOf(model, upscaleInput(model, 'https://picture', picture, factor) ?? {}))
