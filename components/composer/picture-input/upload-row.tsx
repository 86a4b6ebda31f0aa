import { RotateCw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { InputThumbnail } from './input-thumbnail'
import type { Upload } from './use-uploads'

type Props = { upload: Upload; onRetry: () => void; onRemove: () => void }

export function UploadRow({ upload: { preview, share, fault }, onRetry, onRemove }: Props) {
  return (
    <li className="flex items-center gap-2.5 rounded-md border p-1.5">
      <InputThumbnail url={preview} />
      <div className="min-w-0 flex-1 text-xs">
        {fault ? (
          <p role="alert" className="text-danger">
            {fault}
          </p>
        ) : (
          <>
            <p className="text-muted">{share === 0 ? 'Preparing' : 'Uploading'}</p>
            <progress aria-label="Upload" value={share} className="bar mt-1 block w-full" />
          </>
        )}
      </div>
      {fault && (
        <Button look="quiet" size="icon" aria-label="Try again" title="Try again" onClick={onRetry}>
          <RotateCw size={14} aria-hidden />
        </Button>
      )}
      <Button
        look="quiet"
        size="icon"
        aria-label={fault ? 'Remove' : 'Cancel the upload'}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </Button>
    </li>
  )
}
