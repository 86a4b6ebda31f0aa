import { type GalleryRecord, pictureOf } from './record'

/** `a-fox-in-the-snow-image-krea-krea-2-large-1f3c9a.png`: prompt, model and a part of the id. */
export function fileName(record: GalleryRecord): string {
  const { id, prompt, model } = record
  const type = pictureOf(record)?.type ?? 'image/png'
  const subject = slug(prompt).slice(0, 60).replace(/-+$/, '')
  const end = type === 'image/jpeg' ? 'jpg' : (type.split('/')[1] ?? 'png')
  return `${[subject, slug(model), id.slice(-6)].filter(Boolean).join('-')}.${end}`
}

/** A text as a part of a file name: letters and digits of any script, with dashes between. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
