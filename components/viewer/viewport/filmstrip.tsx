import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { formatSeconds } from '@/lib/record/picture-facts'
import type { GalleryRecord } from '@/lib/record/record'
import { PreviewThumb } from './preview-thumb'
import { usePreviewUrls } from './use-preview-urls'

type Props = {
  record: GalleryRecord
  /** The address of the one on the stage; null for the finished picture. */
  shown: string | null
  onShow: (url: string | null) => void
}

/** Whether it is unfolded holds from one picture to the next. */
let unfolded = false

/** The pictures on the way, each with its time; read only when asked for. */
export function Filmstrip({ record, shown, onShow }: Props) {
  const [open, setOpen] = useState(unfolded)
  if (record.previews.length === 0) return null
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        unfolded = currentTarget.open
        setOpen(currentTarget.open)
        if (!currentTarget.open && shown) onShow(null)
      }}
      className="group/film"
    >
      <summary className="flex list-none items-center gap-1 font-medium text-xs pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={13} aria-hidden className="group-open/film:rotate-90" />
        On the way
        <span className="font-normal text-muted tabular-nums">{record.previews.length}</span>
      </summary>
      {open ? <Stills key={record.id} record={record} shown={shown} onShow={onShow} /> : null}
    </details>
  )
}

function Stills({ record, shown, onShow }: Props) {
  const urls = usePreviewUrls(record)
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5">
      {urls.map((url, index) => (
        <li key={url}>
          <PreviewThumb
            src={url}
            time={formatSeconds(Math.max(0, (record.previews[index]?.at ?? 0) - record.createdAt))}
            pressed={shown === url}
            onPress={() => onShow(shown === url ? null : url)}
          />
        </li>
      ))}
    </ul>
  )
}
