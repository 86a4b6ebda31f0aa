import 'server-only'
import { createHash } from 'node:crypto'
import { json } from './answer'
import type { Call } from './context'
import { readPage } from './jobs/jobs'
import { paletteNames } from './paint/palettes'

/** One style for each palette, under an id as Krea's: nine letters. */
export const styles = paletteNames.map((name) => ({
  id: [...createHash('sha256').update(name).digest().subarray(0, 9)]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join(''),
  title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  description: `Paints in the colours of ${name}`,
  is_public: true,
}))

/** `GET /styles?query=`: the public styles, by a word of their title or by id. */
export async function listStyles({ url }: Call): Promise<Response> {
  const { limit } = readPage(url)
  const words = (url.searchParams.get('query') ?? url.searchParams.get('search') ?? '')
    .toLowerCase()
    .split(/\s+/)
  const found = styles.filter(({ id, title }) =>
    words.every((word) => title.toLowerCase().includes(word) || id === word),
  )
  return json({ items: found.slice(0, limit), next_cursor: null })
}
