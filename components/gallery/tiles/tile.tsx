import { type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import { imageAddress } from '@/lib/api/jobs'
import { finalUrl, type GalleryRecord, jobOf } from '@/lib/record/record'
import { hasPicture, isInFlight, isOpen, isSaved } from '@/lib/record/record-state'
import { useObjectUrl } from '../use-object-url'
import { useRecord } from '../use-records'
import { CancelledTile } from './cancelled-tile'
import { DamagedPicture } from './damaged/damaged-picture'
import { UnreadableTile } from './damaged/unreadable-tile'
import { DoneTile } from './done-tile'
import { FailedTile } from './failed-tile'
import { RunningTile } from './running-tile'
import { SelectBox } from './select-box'
import { SteadyImage } from './steady-image'
import { useInView } from './use-in-view'
import { WaitingTile } from './waiting-tile'

/** What a click or a key on a tile does. */
export type TileAction = 'open' | 'toggle' | 'extend'

type Props = {
  id: string
  isInTabOrder: boolean
  isSelected: boolean
  /** A click selects instead of opening. */
  isSelecting: boolean
  onAction: (id: string, action: TileAction) => void
}

/** One record, in any state. The picture stays while the content over it changes. */
export const Tile = memo(function Tile(props: Props) {
  const { id, isInTabOrder, isSelected, isSelecting, onAction } = props
  const record = useRecord(id)
  // Read together with the record: most are saved.
  const mayBeSaved = record === undefined || isSaved(record.state.kind)
  // The record as it was then: when it changes, its picture may be there again.
  const [damaged, setDamaged] = useState<GalleryRecord | null>(null)
  const isDamaged = record !== undefined && record === damaged
  const thumbnail = useObjectUrl('thumbnails', mayBeSaved && !isDamaged ? id : null)
  const name = record ? record.prompt || record.modelName : undefined
  const ref = useRef<HTMLElement>(null)
  const hasFocus = useRef(false)
  useInView(ref, record && isInFlight(record.state.kind) ? id : null)

  // The focused button may go with the state it belongs to: then the tile takes the focus.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) ref.current?.focus()
  })

  return (
    <article
      ref={ref}
      data-tile={id}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={() => {
        hasFocus.current = false
      }}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={name}
      className="@container group relative size-full overflow-hidden rounded-md bg-raised"
    >
      {record ? (
        <>
          {isOpen(record.state.kind) && record.state.kind !== 'waiting' ? (
            <p
              className="line-clamp-5 p-2.5 pr-11 text-muted text-xs pointer-coarse:pr-14 @max-[7rem]:hidden"
              dir="auto"
            >
              {record.prompt || record.modelName}
            </p>
          ) : null}
          <SteadyImage
            src={isSaved(record.state.kind) ? (thumbnail ?? undefined) : remoteUrlOf(record)}
            alt={record.prompt}
            emerges={isOpen(record.state.kind)}
            onError={() => isSaved(record.state.kind) && setDamaged(record)}
          />
          {isDamaged ? <DamagedPicture /> : null}
          <TileContent
            record={record}
            isSelecting={isSelecting}
            onClick={(event) => onAction(id, clickAction(event, isSelecting))}
          />
          <SelectBox
            name={name}
            isSelected={isSelected}
            isSelecting={isSelecting}
            onClick={(event) => onAction(id, event.shiftKey ? 'extend' : 'toggle')}
          />
        </>
      ) : (
        <UnreadableTile id={id} />
      )}
    </article>
  )
})

function clickAction(event: MouseEvent, isSelecting: boolean): TileAction {
  if (event.shiftKey) return 'extend'
  return isSelecting || event.ctrlKey || event.metaKey ? 'toggle' : 'open'
}

/** The address of the newest picture at Krea, while this browser has not saved the final one; null where there is none. */
function remoteUrlOf(record: GalleryRecord): string | null {
  const { kind } = record.state
  if (!isOpen(kind)) return null
  const url = hasPicture(kind) ? finalUrl(record) : record.previews.at(-1)?.url
  return url ? imageAddress(url) : null
}

type ContentProps = {
  record: GalleryRecord
  isSelecting: boolean
  onClick: (event: MouseEvent) => void
}

function TileContent({ record, isSelecting, onClick }: ContentProps) {
  const { state } = record
  switch (state.kind) {
    case 'submitting':
    case 'running':
      return <RunningTile record={record} job={jobOf(record)} />
    case 'saving':
    case 'done':
      return <DoneTile record={record} isSelecting={isSelecting} onClick={onClick} />
    case 'failed':
      return <FailedTile record={record} failure={state.failure} job={state.job} />
    case 'cancelled':
      return <CancelledTile record={record} />
    case 'waiting':
      return <WaitingTile record={record} />
    default:
      return state satisfies never
  }
}
