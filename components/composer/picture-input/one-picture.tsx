import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { ControlProps } from '../fields/field-frame'
import { InputPictureView } from './input-picture'
import { PictureSource } from './picture-source'
import { UploadRow } from './upload-row'
import type { useUploads } from './use-uploads'

type Props = {
  bound: ControlProps
  /** Names the picture to whoever removes it. */
  name: string
  value: unknown
  uploads: ReturnType<typeof useUploads>
  fromGallery?: boolean
  onAddress: (url: string | undefined) => void
}

/** The one picture of a field: there, on its way, or a place to put it. */
export function OnePicture({ bound, name, value, uploads, fromGallery, onAddress }: Props) {
  const [upload] = uploads.uploads
  const { id, describedBy, invalid } = bound
  return (
    <>
      {typeof value === 'string' && (
        <div className="flex items-center gap-2.5 rounded-md border p-1.5">
          <InputPictureView url={value} />
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove ${name}`}
            onClick={() => onAddress(undefined)}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      )}
      {upload && (
        <ul>
          <UploadRow
            upload={upload}
            onRetry={() => uploads.retry(upload)}
            onRemove={() => uploads.remove(upload)}
          />
        </ul>
      )}
      {value === undefined && !upload && (
        <PictureSource
          id={id}
          describedBy={describedBy}
          invalid={invalid}
          many={false}
          fromGallery={fromGallery}
          onFiles={(files) => uploads.start(files.slice(0, 1))}
          onAddress={onAddress}
        />
      )}
    </>
  )
}
