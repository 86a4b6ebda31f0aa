import { useEffect, useRef } from 'react'
import { useInView } from '@/components/gallery/tiles/use-in-view'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { useRecord } from '@/components/gallery/use-records'
import { openPicture } from '@/components/viewer/overlay-address'
import type { CellVerdict } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { failureCard } from '@/lib/record/failure-card'
import type { GalleryRecord } from '@/lib/record/record'
import { isInFlight, isSaved } from '@/lib/record/record-state'
import { VerdictMark } from '../verdict-mark'

type Props = {
  progress: CellProgress
  verdict: CellVerdict | undefined
  isFocused: boolean
  onFocus: () => void
  column: number
  left: number
  size: number
}

/** One picture of the sheet, or how far it is. */
export function SheetCell({ progress, verdict, isFocused, onFocus, column, left, size }: Props) {
  const { cell, recordId, state } = progress
  const { prompt } = cell.input
  const ref = useRef<HTMLButtonElement>(null)
  // Only of a failure its record tells more: a screenful of others would be read, checked and drawn for nothing.
  const record = useRecord((state === 'failed' && recordId) || '')
  useInView(ref, state !== null && isInFlight(state) ? recordId : null)
  const url = useObjectUrl('thumbnails', state !== null && isSaved(state) ? recordId : null)

  useEffect(() => {
    if (isFocused && ref.current?.closest('[role=grid]')?.contains(document.activeElement))
      ref.current.focus({ preventScroll: true })
  }, [isFocused])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are not in view.
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
    <div
      role="gridcell"
      aria-colindex={column + 2}
      className="absolute top-0"
      style={{ left, width: size, height: size }}
    >
      <button
        ref={ref}
        type="button"
        tabIndex={isFocused ? 0 : -1}
        data-cell={cell.key}
        onFocus={onFocus}
        onClick={() => recordId && openPicture(recordId)}
        className={`relative grid size-full place-content-center overflow-hidden rounded bg-raised p-1.5 text-center text-2xs text-muted ${verdict?.kept === false ? 'opacity-40' : ''}`}
      >
        {url ? (
          <img
            src={url}
            alt={typeof prompt === 'string' ? prompt : ''}
            draggable={false}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <span className="line-clamp-5">{stateSentence(progress, record)}</span>
        )}
        {verdict ? <VerdictMark verdict={verdict} /> : null}
      </button>
    </div>
  )
}

function stateSentence({ cell, state }: CellProgress, record: GalleryRecord | undefined): string {
  const [issue] = cell.issues
  switch (state) {
    case null:
      return issue ? `Left out: ${issue.message}` : 'Not started'
    case 'waiting':
      return 'In queue'
    case 'submitting':
    case 'running':
      return 'Generating'
    case 'saving':
    case 'done':
      return 'Fetching the picture'
    case 'failed':
      return record?.state.kind === 'failed'
        ? failureCard(record.state.failure, record.state.job !== null).sentence
        : 'Failed'
    case 'cancelled':
      return 'Cancelled'
    default:
      return state satisfies never
  }
}
