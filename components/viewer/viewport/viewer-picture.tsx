import { useState } from 'react'
import type { Room, Size, View } from '@/components/viewer/viewport/zoom'
import { imageAddress } from '@/lib/api/jobs'
import { formatStatus } from '@/lib/contract/jobs'
import { failureCard } from '@/lib/record/failure-card'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'
import { Viewport } from './viewport'
import { ZoomedImage } from './zoomed-image'

type Props = {
  record: GalleryRecord
  /** The address of the kept bytes, once read. */
  kept: string | undefined
  /** The address of a picture on the way, to show in the picture's place. */
  preview: string | null
  view: View
  onView: (view: View) => void
  onRoom: (room: Room | null) => void
  onSwipe: (direction: -1 | 1) => void
}

/** The picture on its stage; or why there is none. */
export function Scene({ record, kept, preview, view, onView, onRoom, onSwipe }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const wanted = preview ?? kept ?? sourceOf(record)
  // Krea's own picture stays until the bytes kept meanwhile are read.
  const [held, setHeld] = useState({ id: record.id, src: wanted })
  if (wanted && (held.id !== record.id || held.src !== wanted))
    setHeld({ id: record.id, src: wanted })
  const src = wanted ?? (held.id === record.id ? held.src : undefined)
  const picture = sizeOf(record)
  const words = src === broken ? 'This picture is no longer at its address.' : wordsFor(record)
  return (
    <Viewport
      picture={src ? picture : null}
      view={view}
      onView={onView}
      onRoom={onRoom}
      onSwipe={onSwipe}
      className="flex-1"
    >
      {(stage) =>
        src && src !== broken ? (
          <ZoomedImage
            src={src}
            alt={record.prompt || record.modelName}
            picture={picture}
            stage={stage}
            view={view}
            onError={() => setBroken(src)}
          />
        ) : (
          <p className="absolute inset-0 m-auto h-fit max-w-sm p-6 text-balance text-center text-muted">
            {words}
          </p>
        )
      }
    </Viewport>
  )
}

/** Where the bytes are while none are kept here. */
function sourceOf(record: GalleryRecord): string | undefined {
  const { state, previews } = record
  if (state.kind === 'done' || state.kind === 'failed' || state.kind === 'cancelled')
    return undefined
  const url = state.kind === 'saving' ? finalUrl(record) : previews.at(-1)?.url
  return url && imageAddress(url)
}

function wordsFor({ state }: GalleryRecord): string {
  switch (state.kind) {
    case 'waiting':
      return 'Waiting here'
    case 'submitting':
      return 'Sending'
    case 'running':
      return formatStatus(state.job.status)
    case 'failed':
      return failureCard(state.failure, state.job !== null).sentence
    case 'cancelled':
      return 'Cancelled'
    case 'saving':
    case 'done':
      return ''
  }
}

/** Of the file; as long as there is none, only its shape is known. */
function sizeOf({ state, aspect }: GalleryRecord): Size {
  return state.kind === 'done' ? state.picture : { width: 1024 * aspect, height: 1024 }
}
