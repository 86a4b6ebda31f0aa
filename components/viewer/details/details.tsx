import { useEntries } from '@/components/gallery/use-entries'
import { familyOf } from '@/lib/record/lineage'
import type { GalleryRecord } from '@/lib/record/record'
import { MainActions } from '../actions/main-actions'
import { MoreActions } from '../actions/more-actions'
import type { Actions } from '../actions/use-actions'
import { openPicture } from '../address'
import { Filmstrip } from '../viewport/filmstrip'
import { Facts } from './facts'
import { Family } from './lineage'
import { Settings } from './settings'

type Props = {
  record: GalleryRecord
  actions: Actions
  preview: string | null
  onPreview: (url: string | null) => void
  onCompare?: () => void
}

/** Beside the picture, or below it on a narrow screen: what can be done with it and what made it. */
export function Details({ record, actions, preview, onPreview, onCompare }: Props) {
  const entries = useEntries().data ?? []
  const { madeFrom, ledTo } = familyOf(record.id, record.parents, entries)
  return (
    <aside
      aria-label="Details"
      className="flex flex-col gap-5 overflow-y-auto overscroll-contain bg-panel p-4 max-lg:max-h-[46dvh] max-lg:border-t lg:w-84 lg:border-l"
    >
      {record.prompt ? (
        <p dir="auto" className="text-pretty break-words">
          {record.prompt}
        </p>
      ) : null}
      <div className="grid gap-2">
        <MainActions record={record} actions={actions} onCompare={onCompare} />
        <MoreActions record={record} actions={actions} />
      </div>
      <Facts record={record} />
      <Settings subject={{ record, model: actions.model }} />
      <Filmstrip record={record} shown={preview} onShow={onPreview} />
      <Family title="Made from" ids={madeFrom} onOpen={openPicture} />
      <Family title="Led to" ids={ledTo} onOpen={openPicture} />
    </aside>
  )
}
