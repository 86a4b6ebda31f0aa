import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { formatSeconds } from '@/lib/record/picture-facts'
import type { GalleryRecord } from '@/lib/record/record'
import { PreviewThumb } from './preview-thumb'
import { usePreviewUrls } from './use-preview-urls'

type Props = {
  record: GalleryRecord
  /** URL of the preview in the viewport; null for the finished picture. */
  shownUrl: string | null
  onShow: (url: string | null) => void
}

/** Remembered from one picture to the next. */
let wasOpen = false

/** The previews with their times. They are read when the list is opened. */
export function Filmstrip({ record, shownUrl, onShow }: Props) {
  const [open, setOpen] = useState(wasOpen)
  if (record.previews.length === 0) return null
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        wasOpen = currentTarget.open
        setOpen(currentTarget.open)
        if (!currentTarget.open && shownUrl) onShow(null)
      }}
      className="group/film"
    >
      <summary className="flex list-none items-center gap-1 font-medium text-xs pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={13} aria-hidden className="group-open/film:rotate-90" />
        On the way
        <span className="font-normal text-muted tabular-nums">{record.previews.length}</span>
      </summary>
      {open ? (
        <PreviewList key={record.id} record={record} shownUrl={shownUrl} onShow={onShow} />
      ) : null}
    </details>
  )
}

function PreviewList({ record, shownUrl, onShow }: Props) {
  const urls = usePreviewUrls(record)
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5">
      {urls.map((url, index) => (
        <li key={url}>
          <PreviewThumb
            src={url}
            time={formatSeconds(Math.max(0, (record.previews[index]?.at ?? 0) - record.createdAt))}
            pressed={shownUrl === url}
            onPress={() => onShow(shownUrl === url ? null : url)}
          />
        </li>
      ))}
    </ul>
  )
}
