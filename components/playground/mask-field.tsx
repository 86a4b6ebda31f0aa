'use client'

import { Brush, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type FieldOf, fieldOf } from '@/lib/catalog/field'
import { setField, useDraft, useModel } from '@/lib/client/draft'
import { FieldFrame } from './field-frame'
import { PictureAt } from './picture-at'
import { PictureSource } from './picture-source'
import { UploadRow } from './upload-row'
import { useUploads } from './use-uploads'

const MaskPainter = dynamic(() => import('./mask-painter').then((room) => room.MaskPainter))

/** Which part of the input picture may change: painted upon it, or a finished mask. */
export function MaskField({ field }: { field: FieldOf<'mask'> }) {
  const model = useModel()
  const source = model && fieldOf(model, 'image')
  const value = useDraft(({ draft }) => draft.input[field.name])
  const picture = useDraft(({ draft }) => (source ? draft.input[source.name] : undefined))
  const [painting, setPainting] = useState(false)
  const set = (url: string | undefined) => setField(field.name, url)
  const { uploads, start, retry, remove } = useUploads(set)
  const [upload] = uploads
  const canPaint = typeof picture === 'string'
  return (
    <FieldFrame
      field={field}
      resettable={false}
      group={Boolean(value || upload)}
      hint={canPaint ? 'optional' : 'add a picture first to paint on it'}
      aside={
        canPaint && (
          <Button look="quiet" size="sm" onClick={() => setPainting(true)}>
            <Brush size={13} aria-hidden /> Paint
          </Button>
        )
      }
    >
      {({ id, describedBy, invalid }) => (
        <>
          {typeof value === 'string' && (
            <div className="flex items-center gap-2.5 rounded-md border p-1.5">
              <PictureAt url={value} />
              <Button
                look="quiet"
                size="icon"
                aria-label="Remove mask"
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
              fromGallery={false}
              onFiles={(files) => start(files.slice(0, 1))}
              onAddress={set}
            />
          )}
          {painting && canPaint && (
            <MaskPainter
              picture={picture}
              onClose={() => setPainting(false)}
              onPaint={(mask) => {
                setPainting(false)
                set(undefined)
                for (const old of uploads) remove(old)
                start([mask])
              }}
            />
          )}
        </>
      )}
    </FieldFrame>
  )
}
