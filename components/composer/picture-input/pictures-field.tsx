import type { FieldOf, Json } from '@/lib/catalog/field'
import { setField } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { item } from '@/lib/draft/pictures'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from '../fields/field-frame'
import { PictureDrop } from './picture-drop'
import { PictureRow } from './picture-row'
import { PictureSource } from './picture-source'
import { UploadRow } from './upload-row'
import { useUploads } from './use-uploads'

type Props = { field: FieldOf<'images' | 'weighted-images' | 'tagged-images'> }

/** A list of pictures, each with what the model asks for beside it: a strength, a tag, or nothing. */
export function PicturesField({ field }: Props) {
  const items = listOf(useDraft(({ draft }) => draft.input[field.name]))
  const set = (next: Json[]) => setField(field.name, next.length > 0 ? next : undefined)
  const add = (url: string) => {
    const now = listOf(getDraftState().draft.input[field.name])
    set([...now, item(field, url, now.length)])
  }
  const { uploads, start, retry, remove } = useUploads(add)
  const freeSlots = (field.maxItems ?? Number.POSITIVE_INFINITY) - items.length - uploads.length
  const addFiles = (files: Blob[]) => start(files.slice(0, Math.max(0, freeSlots)))
  const addAddress = (url: string) => freeSlots > 0 && add(url)
  return (
    <FieldFrame
      field={field}
      group={freeSlots <= 0}
      resettable={false}
      hint={formatCount(field, items.length)}
    >
      {({ id, describedBy, invalid }) => (
        <PictureDrop onFiles={addFiles} onAddress={addAddress}>
          {items.length > 0 && (
            <ol aria-label={field.label} className="grid grid-cols-1 gap-1.5">
              {items.map((value, at) => (
                <PictureRow
                  key={at}
                  field={field}
                  value={value}
                  at={at}
                  last={at === items.length - 1}
                  onChange={(next) => set(items.with(at, next))}
                  onRemove={() => set(items.toSpliced(at, 1))}
                  onMove={(by) => set(items.toSpliced(at, 1).toSpliced(at + by, 0, value))}
                />
              ))}
            </ol>
          )}
          {uploads.length > 0 && (
            <ul className="grid grid-cols-1 gap-1.5">
              {uploads.map((upload) => (
                <UploadRow
                  key={upload.id}
                  upload={upload}
                  onRetry={() => retry(upload)}
                  onRemove={() => remove(upload)}
                />
              ))}
            </ul>
          )}
          {freeSlots > 0 && (
            <PictureSource
              id={id}
              describedBy={describedBy}
              invalid={invalid}
              many
              onFiles={addFiles}
              onAddress={addAddress}
            />
          )}
        </PictureDrop>
      )}
    </FieldFrame>
  )
}

function formatCount({ minItems, maxItems }: Props['field'], count: number): string | undefined {
  if (maxItems !== null) return `${count} of ${maxItems}`
  return minItems === 0 && count === 0 ? 'optional' : undefined
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
