import * as z from 'zod/mini'
import type { Catalog } from '../catalog/catalog'
import { comparableDigest, digestOf, digestSchema, digestVersion } from '../catalog/digest'
import { type CatalogChange, digestDrift } from '../catalog/drift'
import { createStored } from './stored'

const lastSeen = createStored(
  'catalogue',
  z.nullable(
    z.object({
      /** ms since 1970 */
      at: z.number(),
      source: z.enum(['live', 'bundled']),
      digest: digestSchema,
      version: z.optional(z.number()),
    }),
  ),
  null,
)

export type CatalogNews = { since: number; changes: CatalogChange[] }

/**
 * What changed since this browser last saw the catalog. A first visit has nothing to compare with;
 * a bundled catalog that stands in for a live one reports no changes.
 */
export function getCatalogNews(catalog: Catalog, now: number): CatalogNews {
  const seen = lastSeen.read()
  if (!seen) {
    markCatalogSeen(catalog, now)
    return { since: now, changes: [] }
  }
  if (seen.source === 'live' && catalog.source === 'bundled') return { since: seen.at, changes: [] }
  const digest = digestOf(catalog.models)
  const before = comparableDigest(seen.digest, seen.version, digest)
  return { since: seen.at, changes: digestDrift(before, digest) }
}

export function markCatalogSeen({ models, source }: Catalog, now: number): void {
  lastSeen.write({ at: now, source, digest: digestOf(models), version: digestVersion })
}
