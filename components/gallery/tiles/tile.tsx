import { type MouseEvent, memo } from 'react'
import { imageAddress } from '@/lib/api/jobs'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'
import { useObjectUrl } from '../use-object-url'
import { useRecord } from '../use-records'
import { CancelledTile } from './cancelled-tile'
import { DoneTile } from './done-tile'
import { FailedTile } from './failed-tile'
import { RunningTile } from './running-tile'
import { SteadyImage } from './steady-image'
import { WaitingTile } from './waiting-tile'

/** What a click on a tile asks for. */
export type Pick = 'open' | 'toggle' | 'extend'

type Props = {
  id: string
  /** The one tile in the tab order. */
  reachable: boolean
  selected: boolean
  /** Clicks choose rather than open. */
  choosing: boolean
  onPick: (id: string, how: Pick) => void
}

/** One record through its whole life. The picture underneath stays while what lies over it changes. */
export const Tile = memo(function Tile({ id, reachable, selected, choosing, onPick }: Props) {
  const record = useRecord(id)
  const thumbnail = useObjectUrl('thumbnails', record?.state.kind === 'done' ? id : null)
  const name = record ? record.prompt || record.modelName : undefined
  const pick = (event: MouseEvent) => onPick(id, howOf(event, choosing))

  return (
    <article
      data-tile={id}
      tabIndex={reachable ? 0 : -1}
      aria-label={name}
      className="@container group relative size-full overflow-hidden rounded-md bg-raised"
    >
      {record ? (
        <>
          {record.state.kind === 'saving' ? (
            <p className="p-2.5 text-muted text-xs">Fetching the picture…</p>
          ) : null}
          <SteadyImage src={thumbnail ?? pictureAt(record)} alt={record.prompt} />
          <Face record={record} onPick={pick} />
          <Choice
            name={name}
            selected={selected}
            choosing={choosing}
            onPick={(event) => onPick(id, event.shiftKey ? 'extend' : 'toggle')}
          />
        </>
      ) : null}
    </article>
  )
})

function howOf(event: MouseEvent, choosing: boolean): Pick {
  if (event.shiftKey) return 'extend'
  return choosing || event.ctrlKey || event.metaKey ? 'toggle' : 'open'
}

/**
 * What to show while the bytes are not here: the latest picture on the way, then the final one, which
 * may wait for its turn to be kept; the browser's cache makes that one request. Once it is kept nothing
 * more is asked for: what shows, shows until the bytes are read.
 */
function pictureAt(record: GalleryRecord): string | null | undefined {
  const { state, previews } = record
  if (state.kind === 'done') return undefined
  if (state.kind === 'failed' || state.kind === 'cancelled') return null
  const url = state.kind === 'saving' ? finalUrl(record) : previews.at(-1)?.url
  return url ? imageAddress(url) : null
}

function Face({ record, onPick }: { record: GalleryRecord; onPick: (event: MouseEvent) => void }) {
  const { state } = record
  switch (state.kind) {
    case 'submitting':
    case 'running':
      return <RunningTile record={record} job={state.kind === 'running' ? state.job : null} />
    case 'saving':
    case 'done':
      return <DoneTile record={record} onPick={onPick} />
    case 'failed':
      return <FailedTile record={record} failure={state.failure} job={state.job} />
    case 'cancelled':
      return <CancelledTile record={record} />
    case 'waiting':
      return <WaitingTile record={record} />
  }
}

type ChoiceProps = {
  name: string | undefined
  selected: boolean
  choosing: boolean
  onPick: (event: MouseEvent) => void
}

function Choice({ name, selected, choosing, onPick }: ChoiceProps) {
  const hidden = choosing ? '' : 'opacity-0 group-has-data-picture:group-hover:opacity-100'
  return (
    <>
      {selected ? (
        <span className="pointer-events-none absolute inset-0 rounded-md bg-accent/15 ring-3 ring-accent ring-inset" />
      ) : null}
      <label
        className={`absolute top-0 left-0 cursor-pointer p-2 pointer-coarse:p-3 ${hidden} ${choosing ? '' : 'pointer-events-none group-has-data-picture:group-hover:pointer-events-auto'}`}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select: ${name}`}
          checked={selected}
          readOnly
          onClick={onPick}
          className="pick"
        />
      </label>
    </>
  )
}
