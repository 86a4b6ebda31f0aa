import { useObjectUrl } from '@/components/gallery/use-object-url'
import { FileIcon } from '@/components/ui/file-icon'
import { fileKindOf } from '@/lib/file-kind'
import { type GalleryRecord, otherFilesOf, pictureOf } from '@/lib/record/record'
import { useOtherFileUrl } from './use-other-file-url'

type Props = {
  record: GalleryRecord
  /** Which file is shown. */
  at: number
  onSelect: (at: number) => void
}

/** All files of a job that made several, to choose from. */
export function FileStrip({ record, at, onSelect }: Props) {
  const others = otherFilesOf(record)
  if (others.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label="Files of this job"
      className="-translate-x-1/2 absolute bottom-3 left-1/2 flex max-w-[80%] gap-1.5 overflow-x-auto rounded-lg bg-panel/80 p-1.5 shadow-sm"
    >
      {[0, ...others.map((file) => file.at)].map((one, index) => (
        <button
          key={one}
          type="button"
          aria-label={`File ${index + 1} of ${others.length + 1}`}
          aria-pressed={one === at}
          onClick={() => onSelect(one)}
          className="grid size-12 shrink-0 place-items-center overflow-hidden rounded bg-raised aria-pressed:ring-2 aria-pressed:ring-accent"
        >
          <Thumb record={record} at={one} />
        </button>
      ))}
    </div>
  )
}

function Thumb({ record, at }: { record: GalleryRecord; at: number }) {
  const thumbnail = useObjectUrl('thumbnails', at === 0 ? record.id : null)
  const other = useOtherFileUrl(record, at)
  const facts = otherFilesOf(record).find((file) => file.at === at) ?? pictureOf(record)
  const kind = fileKindOf(facts?.type ?? 'image/png')
  const src = at === 0 ? thumbnail : other
  if (kind !== 'image') return <FileIcon kind={kind} />
  return src ? <img src={src} alt="" className="size-full object-cover" /> : null
}
