import type { Input, Json, Model } from '../catalog/field'
import { type PictureField, pictureField, urlOf } from './picture-field'

export const takesPictures = (model: Model) => pictureField(model) !== null

/** The input pictures among unused values, without styles and masks. */
export function unusedPictures(unusedValues: Input): string[] {
  const lists = Object.entries(unusedValues)
    .filter(([name]) => !name.startsWith('mask'))
    .map(([, value]) => (Array.isArray(value) ? value : [value]))
    .map((items) => items.filter((item) => !isWeighted(item)).map(urlOf))
  const pictures = lists.map((urls) => urls.filter((url) => url !== null && isWebAddress(url)))
  return pictures.find((urls) => urls.length > 0)?.flatMap((url) => url ?? []) ?? []
}

const isWeighted = (item: Json) =>
  typeof item === 'object' && item !== null && !Array.isArray(item) && 'strength' in item

const isWebAddress = (text: string) => /^https?:\/\//.test(text)

/** The body with these pictures in the first picture field, as many as it takes; `null` if none. */
export function withPictures(model: Model, input: Input, urls: string[]): Input | null {
  const field = pictureField(model)
  const first = urls[0]
  if (!field || first === undefined) return null
  if (field.kind === 'image') return { ...input, [field.name]: first }
  const items = urls.slice(0, field.maxItems ?? urls.length).map((url, at) => item(field, url, at))
  return { ...input, [field.name]: items }
}

/** Adds a picture, or replaces the last one where the field is full. */
export function addedPicture(model: Model, input: Input, url: string): Input | null {
  const field = pictureField(model)
  if (!field) return null
  const value = input[field.name]
  if (field.kind === 'image' || !Array.isArray(value)) return withPictures(model, input, [url])
  const max = (field.maxItems ?? Number.POSITIVE_INFINITY) - 1
  const before = value.slice(0, max)
  return { ...input, [field.name]: [...before, item(field, url, before.length)] }
}

/** A new entry of a picture list, with the values that the model requires beside the address. */
export function item(
  field: Exclude<PictureField, { kind: 'image' }>,
  url: string,
  at: number,
): Json {
  switch (field.kind) {
    case 'images':
      return url
    case 'tagged-images':
      return { url, tag: `picture_${at + 1}` }
    case 'weighted-images':
      return field.strengthRequired ? { url, strength: startStrength(field.strength) } : { url }
    default:
      return field satisfies never
  }
}

/** The initial strength: Krea's default, else a visible one within the range. */
export function startStrength(spec: {
  default: number | null
  min: number | null
  max: number | null
}) {
  return spec.default ?? Math.min(Math.max(0.5, spec.min ?? 0.5), spec.max ?? 0.5)
}
