import type { FieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from '../fields/field-frame'
import { OnePicture } from './one-picture'
import { PictureDrop } from './picture-drop'
import { useUploads } from './use-uploads'

/** One picture. */
export function ImageField({ field }: { field: FieldOf<'image'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const set = (url: string | undefined) => setField(field.name, url)
  const uploads = useUploads(set)
  return (
    <FieldFrame
      field={field}
      resettable={false}
      group={Boolean(value || uploads.uploads.length)}
      hint={field.required ? undefined : 'optional'}
    >
      {(bound) => (
        <PictureDrop onFiles={(files) => uploads.start(files.slice(0, 1))} onAddress={set}>
          <OnePicture
            bound={bound}
            name={field.label}
            value={value}
            uploads={uploads}
            onAddress={set}
          />
        </PictureDrop>
      )}
    </FieldFrame>
  )
}
