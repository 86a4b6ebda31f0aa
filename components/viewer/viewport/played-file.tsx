import { Button } from '@/components/ui/button'
import { FileIcon } from '@/components/ui/file-icon'
import type { FileKind } from '@/lib/file-kind'

type Props = {
  kind: Exclude<FileKind, 'image'>
  src: string | undefined
  name: string
  onDownload: () => void
}

/** A result that is no picture: played, or offered as a download. */
export function PlayedFile({ kind, src, name, onDownload }: Props) {
  return (
    <div className="grid min-w-0 flex-1 place-items-center p-6 pb-20">
      {kind === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: Krea makes none.
        <video key={src} src={src} controls aria-label={name} className="max-h-full max-w-full" />
      ) : kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: as above.
        <audio key={src} src={src} controls aria-label={name} className="w-full max-w-md" />
      ) : (
        <div className="grid justify-items-center gap-3 text-center text-muted">
          <FileIcon kind="file" />
          <p>This file cannot be shown here. It is kept in this browser.</p>
          <Button onClick={onDownload}>Download the file</Button>
        </div>
      )}
    </div>
  )
}
