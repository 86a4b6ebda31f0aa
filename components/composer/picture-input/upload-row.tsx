import { RotateCw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Upload } from './use-uploads'

type Props = { upload: Upload; onRetry: () => void; onRemove: () => void }

export function UploadRow({ upload: { file, preview, state }, onRetry, onRemove }: Props) {
  const hasFailed = state.kind === 'failed'
  return (
    <li className="flex items-center gap-2.5 rounded-md border p-1.5">
      <img src={preview} alt="" className="size-24 shrink-0 rounded bg-raised object-contain" />
      <div className="min-w-0 flex-1 text-xs">
        {file instanceof File && <p className="truncate">{file.name}</p>}
        <UploadState state={state} />
      </div>
      {hasFailed && (
        <Button look="quiet" size="icon" aria-label="Try again" title="Try again" onClick={onRetry}>
          <RotateCw size={14} aria-hidden />
        </Button>
      )}
      <Button
        look="quiet"
        size="icon"
        aria-label={hasFailed ? 'Remove' : 'Cancel the upload'}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </Button>
    </li>
  )
}

function UploadState({ state }: { state: Upload['state'] }) {
  switch (state.kind) {
    case 'failed':
      return (
        <p role="alert" className="text-danger">
          {state.message}
        </p>
      )
    case 'running':
      return (
        <>
          <p className="text-muted">{state.share === 0 ? 'Preparing' : 'Uploading'}</p>
          <progress aria-label="Upload" value={state.share} className="bar mt-1 block w-full" />
        </>
      )
    case 'uploaded':
      return <p className="text-muted">Uploaded</p>
    default:
      return state satisfies never
  }
}
