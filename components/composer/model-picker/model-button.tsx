import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { formatTotalPrice } from '@/lib/draft/price'
import { useDraft, useModel } from '@/lib/draft/use-draft'

const ModelPicker = lazyPart(() => import('./model-picker').then((file) => file.ModelPicker))

/** The current model; opens the picker, whose code loads at the first hover or focus. */
export function ModelButton() {
  const model = useModel()
  const [open, setOpen] = useState(false)
  const price = useDraft(({ draft }) => model && formatTotalPrice(model, draft.input, 1))
  if (!model) return null
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
          <span className="flex min-w-0 gap-1 text-2xs text-muted">
            <span className="shrink-0">
              {[price, model.typicalSeconds && `${model.typicalSeconds} s`]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="truncate">
              {price || model.typicalSeconds ? `· ${model.maker}` : model.maker}
            </span>
          </span>
        </span>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </button>
      {open && <ModelPicker onClose={() => setOpen(false)} />}
    </>
  )
}
