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
import { useExcess } from './use-excess'
import { useUploads } from './use-uploads'

type Props = { field: FieldOf<'images' | 'weighted-images' | 'tagged-images'> }

/** A list of pictures, each with the values that the model takes beside it: a strength or a tag. */
export function PicturesField({ field }: Props) {
  const items = listOf(useDraft(({ draft }) => draft.input[field.name]))
  const set = (next: Json[]) => setField(field.name, next.length > 0 ? next : undefined)
  const add = (url: string) => {
    const now = listOf(getDraftState().draft.input[field.name])
    set([...now, item(field, url, now.length)])
  }
  const { uploads, start, retry, remove } = useUploads(field.name, add)
  const [excess, limit] = useExcess()
  const freeSlots = (field.maxItems ?? Number.POSITIVE_INFINITY) - items.length - uploads.length
  const addFiles = (files: Blob[]) => start(limit(files, freeSlots))
  const addAddress = (url: string) => limit([url], freeSlots).forEach(add)
  const move = (from: number, to: number) => {
    const moved = items[from]
    if (moved !== undefined) set(items.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <FieldFrame
      field={field}
      group={freeSlots <= 0}
      resettable={false}
      hint={excess ?? formatCount(field, items.length)}
    >
      {(control) => (
        <PictureDrop name={field.name} onFiles={addFiles} onAddress={addAddress}>
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
                  onMove={(to) => move(at, to)}
                  onMoveHere={(from) => move(from, at)}
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
              name={field.name}
              control={control}
              maxFiles={freeSlots}
              large={field.required && items.length === 0}
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
