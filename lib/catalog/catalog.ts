import type { Skipped } from './document'
import type { CatalogChange } from './drift'
import type { Model } from './field'

/** What `/api/models` answers. */
export type Catalog = {
  models: Model[]
  /** Models of the document that this version cannot offer. */
  skipped: Skipped[]
  source: 'live' | 'bundled'
  /** When the live document was read, an ISO time; `null` for the bundled one. */
  fetchedAt: string | null
  /** Why it is not the live one, or not a fresh one, in a sentence; `null` when all is well. */
  problem: string | null
  /** How the live document differs from the bundled one. */
  changes: CatalogChange[]
}
