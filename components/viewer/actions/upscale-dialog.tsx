import { Dialog } from '@/components/ui/dialog'
import type { Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import { formatPrice } from '@/lib/draft/price'
import { pictureOf } from '@/lib/record/record'
import { upscaledSize, upscaleInput } from '@/lib/record/upscale'
import type { Size } from '../viewport/zoom'
import { enhancersIn, submitUpscale } from './submit-from-picture'
import type { ViewerContext } from './viewer-action'

type Props = { context: ViewerContext; onClose: () => void }

/** Lists the enhancers with their prices. A click submits. */
export function UpscaleDialog({ context, onClose }: Props) {
  const { record, models, attempt, showComposer } = context
  const picture = pictureOf(record)
  if (!picture) return null
  return (
    <Dialog open onClose={onClose} title="Make it larger" flush>
      <ul className="p-1.5">
        {enhancersIn(models).map((model) => (
          <li key={model.id}>
            <button
              type="button"
              onClick={() => {
                attempt(() => submitUpscale(record, model, showComposer))
                onClose()
              }}
              className="grid min-h-11 w-full grid-cols-[1fr_auto] items-center gap-x-4 rounded-md px-3.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="font-medium text-[0.8125rem]">{model.name}</span>
              <span className="text-right text-xs tabular-nums">{formatCost(model, picture)}</span>
              <span className="text-muted text-xs">{model.maker}</span>
              <span className="text-right text-muted text-xs tabular-nums">
                {formatUpscaledSize(model, picture)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function formatUpscaledSize(model: Model, picture: Size): string {
  const { width, height } = upscaledSize(model, picture)
  return `${width} × ${height}`
}

const formatCost = (model: Model, picture: Size) =>
  formatPrice(priceOf(model, upscaleInput(model, 'https://picture', picture) ?? {}))
