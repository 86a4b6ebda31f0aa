import { CircleHelp, PanelRight, X } from 'lucide-react'
import { useState } from 'react'
import { Notices } from '@/components/gallery/notices/notices'
import { useEntries } from '@/components/gallery/use-entries'
import { useRecord } from '@/components/gallery/use-records'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { type Room, type View, whole } from '@/components/viewer/viewport/zoom'
import type { GalleryRecord } from '@/lib/record/record'
import { useActions } from './actions/use-actions'
import { closeOverlay, openPicture } from './address'
import { Details } from './details/details'
import { FullScreen } from './full-screen'
import { NotHere } from './not-here'
import { useOrder } from './order'
import { PageButton } from './viewport/page-button'
import { usePictureUrls } from './viewport/use-picture-urls'
import { Scene } from './viewport/viewer-picture'
import { ZoomBar } from './viewport/zoom-bar'
import { zoomOf } from './viewport/zoom-keys'

const KeysDialog = lazyPart(() => import('./actions/keys-dialog').then((file) => file.KeysDialog))
const CompareWith = lazyPart(() =>
  import('./compare/compare-with').then((file) => file.CompareWith),
)

/** One picture over the whole window, with all that is known of it and can be done with it. */
export function Viewer({ id }: { id: string }) {
  const record = useRecord(id)
  const { data: entries } = useEntries()
  // Leafing on, the one before stays until the next is read: no flash.
  const [held, setHeld] = useState(record)
  if (record && record !== held) setHeld(record)
  if (entries && !entries.some((entry) => entry.id === id)) return <NotHere />
  const shown = record ?? held
  return shown ? <Open key="open" at={id} record={shown} /> : null
}

/** What belongs to one picture only: leafing on begins anew. */
type Look = { id: string; view: View; preview: string | null }

type OpenProps = {
  /** The id in the address, from which one leafs on. */
  at: string
  /** What is seen: for a moment still the record before. */
  record: GalleryRecord
}

function Open({ at: address, record }: OpenProps) {
  const { id } = record
  const order = useOrder()
  const at = order.indexOf(address)
  const before = at < 0 ? undefined : order[at - 1]
  const after = at < 0 ? undefined : order[at + 1]
  const kept = record.state.kind === 'done' ? id : undefined
  const urls = usePictureUrls([kept, before, after].filter((one) => one !== undefined))
  const actions = useActions(record, after ?? before)

  const [look, setLook] = useState<Look>({ id, view: whole, preview: null })
  const now = look.id === id ? look : { id, view: whole, preview: null }
  const [room, setRoom] = useState<Room | null>(null)
  const zoom = zoomOf(now.view, room, (view) => setLook({ ...now, view }))
  const [hasPanel, setPanel] = useState(true)
  const [asked, setAsked] = useState<'keys' | 'compare' | null>(null)
  const go = (to: string | undefined) => () => to && openPicture(to)
  const canCompare = record.state.kind === 'done' && order.length > 1

  return (
    <FullScreen
      label="Picture"
      onClose={closeOverlay}
      returnTo={address}
      keys={{
        ArrowLeft: go(before),
        ArrowRight: go(after),
        ...zoom.keys,
        f: actions.favourite,
        d: actions.download,
        c: () => canCompare && setAsked('compare'),
        i: () => setPanel(!hasPanel),
        delete: actions.remove,
        backspace: actions.remove,
        '?': () => setAsked('keys'),
      }}
    >
      <div className="flex h-full flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 pl-4">
          <p className="mr-auto whitespace-nowrap text-muted text-xs tabular-nums">
            {at < 0 ? '' : `${at + 1} of ${order.length}`}
          </p>
          <ZoomBar zoom={zoom} room={room} />
          <span aria-hidden className="mx-1 h-5 border-l" />
          <Button
            look="quiet"
            size="icon"
            aria-label="Details"
            title="Details (I)"
            aria-pressed={hasPanel}
            className="aria-pressed:text-ink"
            onClick={() => setPanel(!hasPanel)}
          >
            <PanelRight size={16} aria-hidden className="max-lg:rotate-90" />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label="Keys"
            title="Keys (?)"
            className="pointer-coarse:hidden"
            onClick={() => setAsked('keys')}
          >
            <CircleHelp size={16} aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label="Close"
            title="Close (Esc)"
            onClick={closeOverlay}
          >
            <X size={18} aria-hidden />
          </Button>
        </header>
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          {/* contain-layout: what is fixed inside, the notices, keeps to the stage. */}
          <div className="group contain-layout relative flex min-h-0 min-w-0 flex-1">
            <Scene
              record={record}
              kept={urls.get(id)}
              preview={now.preview}
              view={now.view}
              onView={(view) => setLook({ ...now, view })}
              onRoom={setRoom}
              onSwipe={(direction) => go(direction < 0 ? after : before)()}
            />
            <PageButton to="previous" onClick={go(before)} disabled={!before} />
            <PageButton to="next" onClick={go(after)} disabled={!after} />
            <Notices />
          </div>
          {hasPanel ? (
            <Details
              record={record}
              actions={actions}
              preview={now.preview}
              onPreview={(preview) => setLook({ ...now, preview })}
              onCompare={canCompare ? () => setAsked('compare') : undefined}
            />
          ) : null}
        </div>
      </div>
      {asked === 'keys' ? <KeysDialog onClose={() => setAsked(null)} /> : null}
      {asked === 'compare' ? (
        <CompareWith record={record} order={order} onClose={() => setAsked(null)} />
      ) : null}
    </FullScreen>
  )
}
