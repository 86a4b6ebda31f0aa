import { useEffect, useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { Notices } from '@/components/gallery/notices/notices'
import { useEntries } from '@/components/gallery/use-entries'
import { useRecord } from '@/components/gallery/use-records'
import { findKeyAction } from '@/components/ui/key-action'
import { lazyPart } from '@/components/ui/lazy-part'
import { useCanSpend } from '@/lib/draft/use-draft'
import type { GalleryRecord } from '@/lib/record/record'
import { isSaved } from '@/lib/record/record-state'
import { ActionButtons } from './actions/action-buttons'
import { downloadPicture } from './actions/download-picture'
import { useAttempt } from './actions/use-attempt'
import type { ViewerContext } from './actions/viewer-action'
import { viewerActions } from './actions/viewer-actions'
import { Details } from './details/details'
import { FullScreen } from './full-screen'
import { closeOverlay, openPicture } from './overlay-address'
import { neighbourInColumn } from './picture-grid'
import { PictureNotFound } from './picture-not-found'
import { lastOpenedPicture, usePictureGrid, usePictureOrder } from './picture-order'
import { FileStrip } from './viewport/file-strip'
import { PageButton } from './viewport/page-button'
import { useOtherFileUrl } from './viewport/use-other-file-url'
import { usePictureUrls } from './viewport/use-picture-urls'
import { ViewerPicture } from './viewport/viewer-picture'
import { notZoomed, type ZoomGeometry, type ZoomState } from './viewport/zoom'
import { ZoomBar } from './viewport/zoom-bar'
import { createZoomControls } from './viewport/zoom-controls'

const KeysDialog = lazyPart(() => import('./actions/keys-dialog').then((file) => file.KeysDialog))

/** One picture over the whole window, with its details and every action on it. */
export function Viewer({ id }: { id: string }) {
  const record = useRecord(id)
  const { data: entries } = useEntries()
  // The previous picture stays until the next record is read, so that nothing flashes.
  const [last, setLast] = useState(record)
  if (record && record !== last) setLast(record)
  if (entries && !entries.some((entry) => entry.id === id)) return <PictureNotFound />
  const shown = record ?? last
  return shown ? <OpenViewer key="open" addressId={id} record={shown} /> : null
}

/** Belongs to one picture: the next one begins with the defaults. */
type PictureView = { id: string; zoom: ZoomState; previewUrl: string | null; fileAt: number }

const newView = { zoom: notZoomed, previewUrl: null, fileAt: 0 }

type OpenViewerProps = {
  /** The id in the address, from which paging continues. */
  addressId: string
  /** The record that is visible: for a moment still the previous one. */
  record: GalleryRecord
}

function OpenViewer({ addressId, record }: OpenViewerProps) {
  const { id } = record
  const { models, onEdit } = useGallery()
  const order = usePictureOrder()
  const grid = usePictureGrid()
  const position = order.indexOf(addressId)
  useEffect(() => lastOpenedPicture.write(addressId), [addressId])
  const previousId = position < 0 ? undefined : order[position - 1]
  const nextId = position < 0 ? undefined : order[position + 1]
  const savedId = isSaved(record.state.kind) ? id : undefined
  const urls = usePictureUrls([savedId, previousId, nextId].filter((one) => one !== undefined))

  const [lastView, setView] = useState<PictureView>({ id, ...newView })
  const view = lastView.id === id ? lastView : { id, ...newView }
  const otherUrl = useOtherFileUrl(record, view.fileAt)
  const [geometry, setGeometry] = useState<ZoomGeometry | null>(null)
  const setZoom = (zoom: ZoomState) => setView({ ...view, zoom })
  const controls = createZoomControls(view.zoom, geometry, setZoom)
  const [isPanelOpen, setPanelOpen] = useState(true)
  const [areKeysOpen, setKeysOpen] = useState(false)
  const [dialogId, setDialogId] = useState<string | null>(null)
  const [isBusy, attempt] = useAttempt()
  const canSpend = useCanSpend()
  const page = (to: string | undefined) => to && openPicture(to)

  const context: ViewerContext = {
    record,
    fileAt: view.fileAt,
    model: models.find((model) => model.id === record.model),
    models,
    order,
    previousId,
    nextId,
    aboveId: grid ? neighbourInColumn(grid, addressId, -1) : undefined,
    belowId: grid ? neighbourInColumn(grid, addressId, 1) : undefined,
    controls,
    isPanelOpen,
    togglePanel: () => setPanelOpen(!isPanelOpen),
    showKeys: () => setKeysOpen(true),
    openDialog: setDialogId,
    showComposer: () => {
      closeOverlay()
      onEdit?.()
    },
    attempt,
    canSpend,
    isBusy,
  }
  const dialog = viewerActions.find((action) => action.id === dialogId)?.dialog

  return (
    <FullScreen
      label="Picture"
      onClose={closeOverlay}
      returnFocusTo={addressId}
      onKey={(key) => {
        const action = findKeyAction(viewerActions, key, context)
        return action && (() => action.run(context))
      }}
    >
      <div className="flex h-full flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 pl-4">
          <p className="mr-auto whitespace-nowrap text-muted text-xs tabular-nums">
            {position < 0 ? '' : `${position + 1} of ${order.length}`}
          </p>
          <ZoomBar controls={controls} geometry={geometry} />
          <span aria-hidden className="mx-1 h-5 border-l" />
          <ActionButtons place="header" context={context} />
        </header>
        <div className="flex min-h-0 flex-1 flex-col beside:flex-row">
          {/* contain-layout: the fixed notices stay inside this area. */}
          <div className="group contain-layout relative flex min-h-0 min-w-0 flex-1">
            <ViewerPicture
              record={record}
              fileAt={view.fileAt}
              savedUrl={view.fileAt === 0 ? urls.get(id) : otherUrl}
              previewUrl={view.previewUrl}
              zoom={view.zoom}
              onZoom={setZoom}
              onGeometry={setGeometry}
              onDownload={() => attempt(() => downloadPicture(record, view.fileAt))}
              onSwipe={(direction) => page(direction < 0 ? nextId : previousId)}
            />
            <FileStrip
              record={record}
              at={view.fileAt}
              onSelect={(fileAt) => setView({ id, ...newView, fileAt })}
            />
            <PageButton to="previous" onClick={() => page(previousId)} disabled={!previousId} />
            <PageButton to="next" onClick={() => page(nextId)} disabled={!nextId} />
            <Notices />
          </div>
          {isPanelOpen ? (
            <Details
              context={context}
              previewUrl={view.previewUrl}
              onPreview={(previewUrl) => setView({ ...view, previewUrl })}
            />
          ) : null}
        </div>
      </div>
      {areKeysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
      {dialog?.(context, () => setDialogId(null))}
    </FullScreen>
  )
}
