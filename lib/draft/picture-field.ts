import type { Field, FieldOf, Input, Json, Model } from '../catalog/field'

export type PictureField = FieldOf<'image' | 'images' | 'tagged-images' | 'weighted-images'>

const isPictureField = (field: Field): field is PictureField =>
  field.kind === 'image' ||
  field.kind === 'images' ||
  field.kind === 'tagged-images' ||
  field.kind === 'weighted-images'

/** The field that a picture goes to first; style references come after real inputs. */
export function pictureField(model: Model): PictureField | null {
  const fields = model.fields.filter(isPictureField)
  return fields.find(({ kind }) => kind !== 'weighted-images') ?? fields[0] ?? null
}

/** The addresses in the model's first picture field. */
export function picturesOf(model: Model, input: Input): string[] {
  const field = pictureField(model)
  if (!field) return []
  const value = input[field.name]
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return items.map(urlOf).filter((url) => url !== null)
}

/** The address of an entry of a picture field; null where it has none. */
export function urlOf(item: Json): string | null {
  if (typeof item === 'string') return item
  return item !== null && !Array.isArray(item) && typeof item === 'object'
    ? urlOf(item.url ?? null)
    : null
}

/** The first input picture of a body. */
export const firstPicture = (model: Model, input: Input): string | undefined =>
  picturesOf(model, input)[0]
