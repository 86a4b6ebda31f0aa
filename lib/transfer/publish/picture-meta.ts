import type { PictureMeta } from '@/lib/contract/reviews/picture'
import type { GalleryRecord } from '@/lib/record/record'
import { settingsOf } from '@/lib/record/settings'

const maxSettings = 60
const maxText = 1_000

/** What a review may show of a picture; addresses and bytes of input pictures are none of it. */
export function pictureMeta(record: GalleryRecord, label: string | undefined): PictureMeta {
  const settings = settingsOf({ record, model: undefined }).flatMap(
    ({ path, label: name, value }) =>
      path === 'prompt' || !isPlain(value) || isAddress(value) ? [] : [[name.slice(0, 200), value]],
  )
  return {
    ...(label ? { label: label.slice(0, 200) } : {}),
    ...(record.prompt ? { prompt: record.prompt.slice(0, 10_000) } : {}),
    model: record.modelName.slice(0, 200),
    settings: Object.fromEntries(settings.slice(0, maxSettings)),
    ...(record.price ? { price: record.price.amount } : {}),
  }
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= maxText)

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^(https?|data|blob):/.test(value)
