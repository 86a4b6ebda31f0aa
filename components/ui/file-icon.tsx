import { File, Music, Play } from 'lucide-react'
import type { FileKind } from '@/lib/file-kind'

/** The sign of a result that is no picture. */
export function FileIcon({ kind }: { kind: Exclude<FileKind, 'image'> }) {
  switch (kind) {
    case 'video':
      return <Play size={16} aria-label="Video" />
    case 'audio':
      return <Music size={16} aria-label="Sound" />
    case 'file':
      return <File size={16} aria-label="File" />
    default:
      return kind satisfies never
  }
}
