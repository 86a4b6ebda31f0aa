import 'server-only'
import * as z from 'zod'

export type Moodboard = {
  id: string
  name: string | null
  description: string | null
  imageUrls: string[]
}

export type MoodboardPage = { moodboards: Moodboard[]; nextCursor: string | null }

const text = z.string().nullish().catch(null)

const moodboardSchema = z.looseObject({
  id: z.string().min(1).max(200),
  styleName: text,
  styleDescription: text,
  previewImages: z.array(z.unknown()).catch([]),
})

/** What cannot be read is left out. The name of the next page's cursor is not on record. */
export const moodboardPageSchema = z
  .looseObject({ items: z.array(z.unknown()), nextCursor: text, next_cursor: text, cursor: text })
  .transform(
    ({ items, nextCursor, next_cursor, cursor }): MoodboardPage => ({
      moodboards: items.flatMap((item) => {
        const wire = moodboardSchema.safeParse(item)
        return wire.success ? [toMoodboard(wire.data)] : []
      }),
      nextCursor: nextCursor ?? next_cursor ?? cursor ?? null,
    }),
  )

/**
 * Where Krea's own page lists its public moodboards: undocumented, and it may go away.
 * A server that stands in for the API is asked itself.
 */
export const siteOf = (baseUrl: string): string =>
  baseUrl === 'https://api.krea.ai' ? 'https://www.krea.ai' : baseUrl

function toMoodboard(wire: z.infer<typeof moodboardSchema>): Moodboard {
  return {
    id: wire.id,
    name: wire.styleName?.trim() || null,
    description: wire.styleDescription?.trim() || null,
    imageUrls: wire.previewImages.flatMap((image) => addressIn(image) ?? []).slice(0, 4),
  }
}

/** An image is an address, or an object that holds one. */
function addressIn(image: unknown): string | null {
  const parsed = z
    .union([z.string(), z.looseObject({ url: z.string() }).transform(({ url }) => url)])
    .pipe(z.url({ protocol: /^https?$/ }))
    .safeParse(image)
  return parsed.success ? parsed.data : null
}
