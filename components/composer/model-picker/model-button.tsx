import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { lowestPrice } from '@/lib/catalog/price'
import { formatPrice, noPrice } from '@/lib/draft/price'
import { useModel } from '@/lib/draft/use-draft'

const ModelPicker = lazyPart(() => import('./model-picker').then((file) => file.ModelPicker))

/** The model at hand; opens the picker, whose code is fetched once a hand comes near. */
export function ModelButton() {
  const model = useModel()
  const [open, setOpen] = useState(false)
  if (!model) return null
  const price = lowestPrice(model)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`Model: ${model.name}. Choose another`}
        onPointerEnter={ModelPicker.preload}
        onFocus={ModelPicker.preload}
        onClick={() => setOpen(true)}
        className="flex h-12 min-w-0 flex-1 items-center gap-2 rounded-md border border-control bg-panel px-3 text-left hover:border-ink/60 hover:bg-hover"
      >
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{model.name}</span>
          <span className="truncate text-2xs text-muted">
            {[
              price ? formatPrice(price) : noPrice,
              model.typicalSeconds && `${model.typicalSeconds} s`,
              model.maker,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </button>
      {open && <ModelPicker onClose={() => setOpen(false)} />}
    </>
  )
}
