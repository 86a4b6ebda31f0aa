import 'server-only'
import type { Input, Json } from '@/lib/catalog/field'
import type { Job } from '@/lib/contract/jobs'

/**
 * Text that JSON takes and a database does not: half an emoji, as a cut leaves it, becomes the sign for it
 * (U+FFFD), and U+0000 is left out.
 */
const wellFormed = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '')

export const wellFormedInput = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [wellFormed(name), wellFormedJson(value)]),
  )

function wellFormedJson(value: Json): Json {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return value.map(wellFormedJson)
  return typeof value === 'object' && value !== null ? wellFormedInput(value) : value
}

/** Krea's words are others' text, too: what cannot be written would stay open for ever. */
export const wellFormedJob = (job: Job): Job => ({
  ...job,
  status: wellFormed(job.status),
  images: job.images.map((image) => ({ ...image, url: wellFormed(image.url) })),
  error: job.error && {
    ...job.error,
    code: wellFormed(job.error.code),
    message: wellFormed(job.error.message),
  },
})
