import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { ControlProps } from '../fields/field-frame'
import { PictureSource } from './picture-source'
import type { useUploads } from './use-uploads'

const InputPreview = lazyPart(
  () => import('./input-preview').then((file) => file.InputPreview),
  () => <span className="size-24 shrink-0" />,
)
const UploadRow = lazyPart(() => import('./upload-row').then((file) => file.UploadRow))

type Props = {
  control: ControlProps
  /** The property of the field. */
  name: string
  /** Names the picture for its Remove button. */
  label: string
  value: unknown
  uploads: ReturnType<typeof useUploads>
  fromGallery?: boolean
  required?: boolean
  onFiles: (files: Blob[]) => void
  onAddress: (url: string | undefined) => void
}

/** The one picture of a field: chosen, being uploaded, or a place to put it. */
export function OnePicture({ control, name, label, value, uploads, ...rest }: Props) {
  const [upload] = uploads.uploads
  return (
    <>
      {typeof value === 'string' && (
        <div className="flex items-center gap-2.5 rounded-md border p-1.5">
          <InputPreview url={value} />
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove ${label}`}
            onClick={() => rest.onAddress(undefined)}
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
          name={name}
          control={control}
          maxFiles={1}
          large={rest.required}
          fromGallery={rest.fromGallery}
          onFiles={rest.onFiles}
          onAddress={rest.onAddress}
        />
      )}
    </>
  )
}
