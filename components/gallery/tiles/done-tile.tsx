import { Heart } from 'lucide-react'
import type { MouseEvent } from 'react'
import { formatPrice } from '@/lib/draft/price'
import { retrySave } from '@/lib/engine/pictures/save-picture'
import { toggleFavourites } from '@/lib/library/favourite'
import type { Failure, GalleryRecord } from '@/lib/record/record'
import { isSaved } from '@/lib/record/record-state'
import { useStorage } from '../storage/use-storage'
import { FileBadge } from './file-badge'
import { HoverActions } from './hover-actions'

type Props = {
  record: GalleryRecord
  /** A click selects: nothing else is offered. */
  isSelecting: boolean
  onClick: (event: MouseEvent) => void
}

/** A finished picture. Its prompt and price show on hover and focus. */
export function DoneTile({ record, isSelecting, onClick }: Props) {
  const { id, prompt, modelName, price, state } = record
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        data-picture
        aria-label={`Open: ${prompt || modelName}`}
        onClick={onClick}
        className="absolute inset-0 cursor-zoom-in rounded-md focus-visible:-outline-offset-2"
      />
      <div className="pointer-events-none absolute inset-x-0 bottom-0 bg-linear-to-t from-black/80 to-black/0 px-2.5 pt-10 pb-2 text-white text-xs opacity-0 transition-opacity duration-150 group-focus-visible:opacity-100 group-hover:opacity-100">
        <p className="line-clamp-2" dir="auto">
          {prompt}
        </p>
        <p className="flex justify-between gap-2 text-white/75">
          <span className="truncate">{modelName}</span>
          {price ? <span className="tabular-nums">{formatPrice(price)}</span> : null}
        </p>
      </div>
      {isSaved(state.kind) ? (
        <>
          {isSelecting ? null : <HoverActions record={record} />}
          <FavouriteButton record={record} />
          <FileBadge record={record} />
        </>
      ) : (
        <SaveStatus id={id} problem={state.kind === 'saving' ? state.problem : null} />
      )}
    </>
  )
}

function FavouriteButton({ record }: { record: GalleryRecord }) {
  const { favourite } = record
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label="Favourite"
      aria-pressed={favourite}
      onClick={() => void toggleFavourites([record])}
      className={`absolute top-0 right-0 p-2 text-white drop-shadow-[0_0_2px_rgb(0_0_0/0.7)] transition-opacity duration-150 pointer-coarse:p-3 ${favourite ? '' : 'pointer-events-none opacity-0 group-hover:pointer-events-auto group-hover:opacity-100'}`}
    >
      <Heart size={18} aria-hidden className={favourite ? 'fill-current' : ''} />
    </button>
  )
}

/** The last of four states of a job, or why it lasts. */
function SaveStatus({ id, problem }: { id: string; problem: Failure | null }) {
  const hadNoRoom = useStorage()?.waiting.includes(id)
  const reason = problem?.message ?? (hadNoRoom ? 'There is no space for it.' : null)
  if (reason === null)
    return (
      <p className="absolute inset-x-0 bottom-0 bg-panel/85 px-2.5 py-2 font-medium text-xs backdrop-blur-sm">
        Saving
      </p>
    )
  return (
    <div className="absolute inset-x-0 top-0 flex items-start justify-between gap-2 bg-panel/90 p-2 text-xs">
      <p>
        Not saved yet. <span className="text-muted">{reason}</span>
      </p>
      <button
        type="button"
        className="shrink-0 rounded font-medium text-accent hover:underline pointer-coarse:min-h-11"
        onClick={() => void retrySave(id)}
      >
        Try again
      </button>
    </div>
  )
}
