import { Dialog } from '@/components/ui/dialog'
import type { Size } from '@/components/viewer/viewport/zoom'
import type { Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import { formatPrice } from '@/lib/draft/price'
import type { GalleryRecord } from '@/lib/record/record'
import { upscaledSize, upscaleInput } from '@/lib/record/upscale'
import type { Actions } from './use-actions'

type Props = { record: GalleryRecord; actions: Actions; onClose: () => void }

/** Which enhancer is to make the picture larger, and what each asks for it. A click sends. */
export function UpscaleDialog({ record: { state }, actions, onClose }: Props) {
  if (state.kind !== 'done') return null
  const { picture } = state
  return (
    <Dialog open onClose={onClose} title="Make it larger" flush>
      <ul className="p-1.5">
        {actions.enhancers.map((model) => (
          <li key={model.id}>
            <button
              type="button"
              onClick={() => {
                actions.upscale(model)
                onClose()
              }}
              className="grid min-h-11 w-full grid-cols-[1fr_auto] items-center gap-x-4 rounded-md px-3.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="font-medium text-[0.8125rem]">{model.name}</span>
              <span className="text-right text-xs tabular-nums">{priceFor(model, picture)}</span>
              <span className="text-muted text-xs">{model.maker}</span>
              <span className="text-right text-muted text-xs tabular-nums">
                {sizeFor(model, picture)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function sizeFor(model: Model, picture: Size): string {
  const { width, height } = upscaledSize(model, picture)
  return `${width} × ${height}`
}

const priceFor = (model: Model, picture: Size) =>
  formatPrice(priceOf(model, upscaleInput(model, 'https://picture', picture) ?? {}))
