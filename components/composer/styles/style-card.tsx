import { Check, Heart, ImageOff, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Style } from '@/lib/contract/styles'
import { replacePrompt } from '@/lib/draft/draft'
import { OwnStyleActions } from './own-style-actions'

type Props = {
  style: Style
  isChosen: boolean
  canAdd: boolean
  isOwn: boolean
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  onChanged: () => void
  /** The form is wanted next. */
  onClose: () => void
}

/** A style's cover, name, likes and prompt. */
export function StyleCard({ style, isChosen, canAdd, isOwn, ...on }: Props) {
  const { id, prompt, likes, owner } = style
  const name = style.name ?? id
  return (
    <article className="grid grid-cols-1 gap-1.5">
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={`${isChosen ? 'Remove' : 'Use'} ${name}`}
        disabled={!isChosen && !canAdd}
        onClick={() => (isChosen ? on.onRemove(id) : on.onAdd(id))}
        className="relative block overflow-hidden rounded-md bg-raised hover:brightness-110 disabled:opacity-45 aria-pressed:outline-2 aria-pressed:outline-accent"
      >
        <StyleCover style={style} className="aspect-[3/4] w-full" />
        <span className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded-full bg-panel">
          {isChosen ? <Check size={14} aria-hidden /> : <Plus size={14} aria-hidden />}
        </span>
      </button>
      <div className="grid grid-cols-1 gap-0.5">
        <h3 title={id} className="truncate font-medium text-[0.8125rem]">
          {name}
        </h3>
        <p className="flex items-center gap-1 text-2xs text-muted">
          <Heart size={11} aria-hidden />
          <span>
            {likes} <span className="sr-only">likes</span>
          </span>
          <span className="truncate">{owner === null ? '' : `by ${owner}`}</span>
        </p>
      </div>
      {prompt && (
        <Button
          size="sm"
          look="quiet"
          title={prompt}
          className="-mx-2.5 min-w-0 pointer-coarse:-mx-3.5 justify-start overflow-hidden"
          onClick={() => {
            on.onClose()
            replacePrompt('prompt', prompt)
          }}
        >
          <span className="truncate">Use prompt: {prompt}</span>
        </Button>
      )}
      {isOwn && <OwnStyleActions style={style} onChanged={on.onChanged} />}
    </article>
  )
}

/** The picture of a style, or a sign that it has none. */
export function StyleCover({ style, className }: { style: Style; className: string }) {
  const [isBroken, setBroken] = useState(false)
  return style.imageUrl === null || isBroken ? (
    <span className={`grid place-items-center bg-raised text-muted ${className}`}>
      <ImageOff size={18} aria-hidden />
    </span>
  ) : (
    <img
      src={style.imageUrl}
      alt=""
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
      className={`object-cover ${className}`}
    />
  )
}
