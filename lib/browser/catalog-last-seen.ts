import * as z from 'zod/mini'
import type { Catalog } from '../catalog/catalog'
import { digestOf, digestSchema } from '../catalog/digest'
import { type Change, digestDrift } from '../catalog/drift'

const storageKey = 'krea-playground:catalogue'

const seenSchema = z.object({
  /** ms since 1970 */
  at: z.number(),
  source: z.enum(['live', 'bundled']),
  digest: digestSchema,
})

export type News = { since: number; changes: Change[] }

/**
 * What changed since this browser last took note. Without a first look there is nothing to compare;
 * a bundled catalog that only stands in for a live one tells nothing new.
 */
export function newsOf(catalog: Catalog, now: number): News {
  const seen = readSeen()
  if (!seen) {
    takeNotice(catalog, now)
    return { since: now, changes: [] }
  }
  if (seen.source === 'live' && catalog.source === 'bundled') return { since: seen.at, changes: [] }
  return { since: seen.at, changes: digestDrift(seen.digest, digestOf(catalog.models)) }
}

/** From now on this catalog is the one known. Storage may be full or forbidden: no news, then. */
export function takeNotice({ models, source }: Catalog, now: number): void {
  try {
    localStorage.setItem(
      storageKey,
      JSON.stringify({ at: now, source, digest: digestOf(models) } satisfies z.infer<
        typeof seenSchema
      >),
    )
  } catch {}
}

function readSeen(): z.infer<typeof seenSchema> | null {
  try {
    const seen = seenSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'))
    return seen.success ? seen.data : null
  } catch {
    return null
  }
}
