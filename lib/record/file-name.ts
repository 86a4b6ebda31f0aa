import { extensionOf } from '../file-kind'
import { withoutLatinMarks } from './plain-text'
import { finalImages, type GalleryRecord, otherFilesOf, pictureOf } from './record'

/** Letters as people count them, and bytes: file systems take 255, and the model and the id need some. */
const maxLetters = 60
const maxBytes = 150

/**
 * `a-fox-in-the-snow-image-krea-krea-2-large-1f3c9a.png`: prompt, model and a part of the id.
 * @param at which file of the job: from the second on, its number follows
 */
export function fileName(record: GalleryRecord, at = 0): string {
  const { id, prompt, model } = record
  const other = otherFilesOf(record).find((file) => file.at === at)
  const type = (other ?? pictureOf(record))?.type ?? 'image/png'
  const subject = shortened(slug(prompt)).replace(/-+$/, '')
  const end = extensionOf(type, finalImages(record)[at]?.url)
  const number = at === 0 ? '' : `${at + 1}`
  return `${[subject, slug(model), id.slice(-6), number].filter(Boolean).join('-')}.${end}`
}

/** A text as a part of a file name: letters and digits of any script, with dashes between. */
export const slug = (text: string): string =>
  withoutLatinMarks(text.toLowerCase())
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** Never cuts a letter in two. */
function shortened(text: string): string {
  const encoder = new TextEncoder()
  let bytes = 0
  let short = ''
  for (const { segment } of Array.from(new Intl.Segmenter().segment(text)).slice(0, maxLetters)) {
    bytes += encoder.encode(segment).length
    if (bytes > maxBytes) break
    short += segment
  }
  return short
}
