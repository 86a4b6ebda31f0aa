import { useEffect, useState } from 'react'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { imageAddress } from '@/lib/api/jobs'
import { formatStatus } from '@/lib/contract/job-status'
import { jobsInView } from '@/lib/engine/jobs-in-view'
import { fileKindOf } from '@/lib/file-kind'
import { damagedFileSentence } from '@/lib/library/storage/shown-file'
import { failureCard } from '@/lib/record/failure-card'
import { finalUrl, type GalleryRecord, otherFilesOf, pictureOf } from '@/lib/record/record'
import { hasPicture, isOpen, isSaved } from '@/lib/record/record-state'
import { PlayedFile } from './played-file'
import { Viewport } from './viewport'
import type { ZoomGeometry, ZoomState } from './zoom'
import { ZoomedImage } from './zoomed-image'

type Props = {
  record: GalleryRecord
  /** Which file of its job is shown: 0 is the first. */
  fileAt: number
  /** Object URL of the saved bytes; undefined until read. */
  savedUrl: string | undefined
  /** URL of a preview to show instead of the picture. */
  previewUrl: string | null
  zoom: ZoomState
  onZoom: (zoom: ZoomState) => void
  onGeometry: (geometry: ZoomGeometry | null) => void
  onSwipe: (direction: -1 | 1) => void
  onDownload: () => void
}

/** The picture in its viewport, or the reason why there is none. */
export function ViewerPicture({
  record,
  fileAt,
  savedUrl,
  previewUrl,
  zoom,
  onZoom,
  onGeometry,
  onSwipe,
  onDownload,
}: Props) {
  useEffect(() => jobsInView.add(record.id), [record.id])
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null)
  const currentSrc = previewUrl ?? savedUrl ?? remoteUrlOf(record)
  // Krea's own picture stays until the bytes saved meanwhile are read.
  const shownId = `${record.id} ${fileAt}`
  const [last, setLast] = useState({ id: shownId, src: currentSrc })
  if (currentSrc && (last.id !== shownId || last.src !== currentSrc))
    setLast({ id: shownId, src: currentSrc })
  const src = currentSrc ?? (last.id === shownId ? last.src : undefined)
  const facts = otherFilesOf(record).find(({ at }) => at === fileAt) ?? pictureOf(record)
  // Before it is saved only the ratio is known.
  const picture = facts ?? { width: 1024 * record.aspect, height: 1024 }
  const kind = fileKindOf(facts?.type ?? 'image/png')
  const message = src === brokenSrc ? formatBroken(src) : formatState(record)
  const isPlayed = kind !== 'image' && previewUrl === null
  const originalUrl = useObjectUrl('originals', isPlayed && fileAt === 0 ? record.id : null)
  if (isPlayed)
    return (
      <PlayedFile
        kind={kind}
        src={fileAt === 0 ? (originalUrl ?? undefined) : src}
        name={record.prompt || record.modelName}
        onDownload={onDownload}
      />
    )
  return (
    <Viewport
      picture={src ? picture : null}
      zoom={zoom}
      onZoom={onZoom}
      onGeometry={onGeometry}
      onSwipe={onSwipe}
      className="flex-1"
    >
      {(viewport) =>
        src && src !== brokenSrc ? (
          <ZoomedImage
            src={src}
            alt={record.prompt || record.modelName}
            picture={picture}
            viewport={viewport}
            zoom={zoom}
            onError={() => setBrokenSrc(src)}
          />
        ) : (
          <p className="absolute inset-0 m-auto h-fit max-w-sm p-6 text-balance text-center text-muted">
            {message}
          </p>
        )
      }
    </Viewport>
  )
}

/** The address of the newest picture at Krea, while this browser has not saved any. */
function remoteUrlOf(record: GalleryRecord): string | undefined {
  const { kind } = record.state
  if (isSaved(kind) || !isOpen(kind)) return undefined
  const url = hasPicture(kind) ? finalUrl(record) : record.previews.at(-1)?.url
  return url && imageAddress(url)
}

const formatBroken = (src?: string): string =>
  src?.startsWith('blob:') ? damagedFileSentence : 'This picture is no longer at its address.'

function formatState({ state }: GalleryRecord): string {
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
    default:
      return state satisfies never
  }
}
