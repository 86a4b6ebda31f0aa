'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { FieldOf } from '@/lib/catalog/field'
import { setField, useDraft } from '@/lib/client/draft'
import { FieldFrame } from './field-frame'
import { PictureAt } from './picture-at'
import { PictureDrop } from './picture-drop'
import { PictureSource } from './picture-source'
import { UploadRow } from './upload-row'
import { useUploads } from './use-uploads'

/** One picture. */
export function ImageField({ field }: { field: FieldOf<'image'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const set = (url: string | undefined) => setField(field.name, url)
  const { uploads, start, retry, remove } = useUploads(set)
  const replace = (files: Blob[]) => start(files.slice(0, 1))
  const [upload] = uploads
  return (
    <FieldFrame
      field={field}
      resettable={false}
      group={Boolean(value || upload)}
      hint={field.required ? undefined : 'optional'}
    >
      {({ id, describedBy, invalid }) => (
        <PictureDrop onFiles={replace} onAddress={set}>
          {typeof value === 'string' && (
            <div className="flex items-center gap-2.5 rounded-md border p-1.5">
              <PictureAt url={value} />
              <Button
                look="quiet"
                size="icon"
                aria-label={`Remove ${field.label}`}
                onClick={() => set(undefined)}
              >
                <X size={14} aria-hidden />
              </Button>
            </div>
          )}
          {upload && (
            <ul>
              <UploadRow
                upload={upload}
                onRetry={() => retry(upload)}
                onRemove={() => remove(upload)}
              />
            </ul>
          )}
          {value === undefined && !upload && (
            <PictureSource
              id={id}
              describedBy={describedBy}
              invalid={invalid}
              many={false}
              onFiles={replace}
              onAddress={set}
            />
          )}
        </PictureDrop>
      )}
    </FieldFrame>
  )
}
