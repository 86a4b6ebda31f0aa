import type { FieldOf } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from '../fields/field-frame'
import { OnePicture } from './one-picture'
import { PictureDrop } from './picture-drop'
import { useExcess } from './use-excess'
import { useUploads } from './use-uploads'

/** One picture; a new one replaces it. */
export function ImageField({ field }: { field: FieldOf<'image'> }) {
  const value = useDraft(({ draft }) => draft.input[field.name])
  const set = (url: string | undefined) => setField(field.name, url)
  const uploads = useUploads(field.name, set)
  const [excess, limit] = useExcess()
  const replace = (files: Blob[]) => {
    for (const old of uploads.uploads) uploads.remove(old)
    uploads.start(limit(files, 1))
  }
  return (
    <FieldFrame
      field={field}
      resettable={false}
      group={Boolean(value || uploads.uploads.length)}
      hint={excess ?? (field.required ? undefined : 'optional')}
    >
      {(control) => (
        <PictureDrop name={field.name} onFiles={replace} onAddress={set}>
          <OnePicture
            control={control}
            name={field.name}
            label={field.label}
            value={uploads.uploads.length > 0 ? undefined : value}
            uploads={uploads}
            required={field.required}
            onFiles={replace}
            onAddress={set}
          />
        </PictureDrop>
      )}
    </FieldFrame>
  )
}
