import { Brush } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { type FieldOf, fieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft, useModel } from '@/lib/draft/use-draft'
import { FieldFrame } from '../fields/field-frame'
import { OnePicture } from '../picture-input/one-picture'
import { useUploads } from '../picture-input/use-uploads'

const MaskPainter = lazyPart(() => import('./mask-painter').then((file) => file.MaskPainter))

/** The part of the input picture that may change: painted on it, or a finished mask. */
export function MaskField({ field }: { field: FieldOf<'mask'> }) {
  const model = useModel()
  const source = model && fieldOf(model, 'image')
  const value = useDraft(({ draft }) => draft.input[field.name])
  const picture = useDraft(({ draft }) => (source ? draft.input[source.name] : undefined))
  const [painting, setPainting] = useState(false)
  const set = (url: string | undefined) => setField(field.name, url)
  const uploads = useUploads(field.name, set)
  const canPaint = typeof picture === 'string'
  const paint = (mask: Blob) => {
    setPainting(false)
    set(undefined)
    for (const old of uploads.uploads) uploads.remove(old)
    uploads.start([mask])
  }
  return (
    <FieldFrame
      field={field}
      resettable={false}
      group={Boolean(value || uploads.uploads.length)}
      hint={canPaint ? 'optional' : 'add a picture first to paint on it'}
      aside={
        canPaint && (
          <Button look="quiet" size="sm" onClick={() => setPainting(true)}>
            <Brush size={13} aria-hidden /> Paint
          </Button>
        )
      }
    >
      {(control) => (
        <>
          <OnePicture
            control={control}
            name={field.name}
            label="mask"
            value={uploads.uploads.length > 0 ? undefined : value}
            uploads={uploads}
            fromGallery={false}
            onFiles={(files) => uploads.start(files.slice(0, 1))}
            onAddress={set}
          />
          {painting && canPaint && (
            <MaskPainter picture={picture} onClose={() => setPainting(false)} onPaint={paint} />
          )}
        </>
      )}
    </FieldFrame>
  )
}
