import { FileIcon } from '@/components/ui/file-icon'
import { fileKindOf } from '@/lib/file-kind'
import { type GalleryRecord, otherFilesOf, pictureOf } from '@/lib/record/record'

/** How many files the job made, if several, and what the first is, if no picture. */
export function FileBadge({ record }: { record: GalleryRecord }) {
  const others = otherFilesOf(record).length
  const kind = fileKindOf(pictureOf(record)?.type ?? 'image/png')
  if (others === 0 && kind === 'image') return null
  return (
    <span className="pointer-events-none absolute bottom-2 left-2 flex h-6 items-center gap-1 rounded bg-black/65 px-1.5 font-medium text-white text-xs tabular-nums group-focus-visible:opacity-0 group-hover:opacity-0">
      {kind === 'image' ? null : <FileIcon kind={kind} />}
      {others > 0 ? <span title={`${others + 1} files`}>{others + 1}</span> : null}
    </span>
  )
}
