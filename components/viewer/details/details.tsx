import { useEntries } from '@/components/gallery/use-entries'
import { lineageOf } from '@/lib/record/lineage'
import { ActionButtons } from '../actions/action-buttons'
import type { ViewerContext } from '../actions/viewer-action'
import { openPicture } from '../overlay-address'
import { Filmstrip } from '../viewport/filmstrip'
import { LineageList } from './lineage'
import { PictureDetails } from './picture-details'
import { PromptText } from './prompt-text'
import { RequestSettings } from './request-settings'

type Props = {
  context: ViewerContext
  previewUrl: string | null
  onPreview: (url: string | null) => void
}

/** The panel beside the picture, or below it on a narrow screen. */
export function Details({ context, previewUrl, onPreview }: Props) {
  const { record, model } = context
  const entries = useEntries().data ?? []
  const { madeFrom, ledTo } = lineageOf(record.id, record.parents, entries)
  return (
    <aside
      aria-label="Details"
      className="flex max-h-[46dvh] flex-col gap-5 overflow-y-auto overscroll-contain border-t bg-panel p-4 beside:max-h-none beside:w-84 beside:border-t-0 beside:border-l"
    >
      {record.prompt ? <PromptText key={record.id} prompt={record.prompt} /> : null}
      <div className="grid gap-2">
        <div className="flex items-center gap-1 max-sm:-mr-3 max-sm:gap-0">
          <ActionButtons place="main" context={context} />
        </div>
        <div className="grid grid-cols-2 gap-1.5">
          <ActionButtons place="create" context={context} />
        </div>
        <div className="-mx-2 flex flex-wrap items-center text-xs">
          <span aria-hidden className="pr-0.5 pl-2 text-muted">
            Copy
          </span>
          <ActionButtons place="copy" context={context} />
          <span className="ml-auto">
            <ActionButtons place="more" context={context} />
          </span>
        </div>
      </div>
      <PictureDetails record={record} />
      <RequestSettings subject={{ record, model }} />
      <Filmstrip record={record} shownUrl={previewUrl} onShow={onPreview} />
      <LineageList title="Made from" ids={madeFrom} onOpen={openPicture} />
      <LineageList title="Used for" ids={ledTo} onOpen={openPicture} />
    </aside>
  )
}
