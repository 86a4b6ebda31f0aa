import { Check } from 'lucide-react'
import type { Model } from '@/lib/catalog/field'
import { formatName } from '@/lib/catalog/format-name'
import { formatPrice, freshPrice } from '@/lib/draft/price'
import { capabilityMarks } from './capability-filter'
import { capabilitiesOf } from './model-list'

type Props = {
  id: string | undefined
  model: Model
  withMaker: boolean
  active: boolean
  chosen: boolean
  onSelect: () => void
  onPoint: () => void
}

export function ModelRow({ id, model, withMaker, active, chosen, onSelect, onPoint }: Props) {
  const capabilities = capabilitiesOf(model)
  const price = freshPrice(model)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box above holds the focus and its keys.
    <div
      id={id}
      role="option"
      title={model.id}
      tabIndex={-1}
      aria-selected={chosen}
      data-active={active || undefined}
      onClick={onSelect}
      onPointerMove={onPoint}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 pointer-coarse:min-h-11 data-active:bg-hover"
    >
      <span className="grid min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate text-[0.8125rem]">{model.name}</span>
          {model.task !== 'image' && (
            <span className="text-2xs text-muted">{formatName(model.task)}</span>
          )}
          {chosen && <Check size={13} aria-hidden className="shrink-0 text-accent" />}
        </span>
        {withMaker && <span className="truncate text-2xs text-muted">{model.maker}</span>}
        {model.description && (
          <span className="line-clamp-2 text-2xs text-muted">{model.description}</span>
        )}
        {model.retirement && (
          <span className="text-2xs text-danger">
            Retires{model.retirement.sunset && ` on ${model.retirement.sunset}`}
          </span>
        )}
      </span>
      <span className="flex gap-1.5 text-muted max-sm:hidden">
        {capabilityMarks.map(({ id, label, Icon }) => (
          <span
            key={id}
            title={capabilities.has(id) ? label : undefined}
            className={capabilities.has(id) ? '' : 'invisible'}
          >
            <Icon size={13} aria-hidden />
            {capabilities.has(id) && <span className="sr-only">{label}</span>}
          </span>
        ))}
      </span>
      <span className="w-9 text-right text-muted text-xs tabular-nums">
        {model.typicalSeconds ? `${model.typicalSeconds} s` : ''}
      </span>
      <span className={`w-26 text-right tabular-nums ${price ? 'text-xs' : 'text-2xs text-muted'}`}>
        {formatPrice(price)}
      </span>
    </div>
  )
}
