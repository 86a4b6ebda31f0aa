import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import type { KreaClient } from '@/lib/krea/client'
import { bundledCatalog, readParts, type ServedCatalog, serveCatalog } from './served-catalog'

/** Krea's catalog changes by the month, not by the minute. */
const freshMs = 3_600_000
/** After a failure. */
const retryMs = 60_000

export type LiveCatalog = { get(): Promise<ServedCatalog> }

/**
 * The catalog of Krea's live document, cached for an hour. A stale one is still served while it is
 * fetched again, by one request for all. The bundled one stands in until there is a live one.
 */
export function createLiveCatalog(
  client: Pick<KreaClient, 'fetchDocument'>,
  now: () => number,
  onProblem: (cause: unknown) => void,
): LiveCatalog {
  let current: ServedCatalog | null = null
  let documentTag: string | null = null
  let dueAt = 0
  let fetching: Promise<ServedCatalog> | null = null

  async function refresh(): Promise<ServedCatalog> {
    try {
      const answer = await client.fetchDocument({ etag: documentTag })
      const read = answer.changed ? readParts(answer.document) : current
      if (!read) throw new Error('Krea says that nothing changed, but nothing was there')
      if (answer.changed) documentTag = answer.etag
      dueAt = now() + freshMs
      const { models, skipped, serverOnly } = read
      const fetchedAt = new Date(now()).toISOString()
      current = serveCatalog({
        models,
        skipped,
        serverOnly,
        source: 'live',
        fetchedAt,
        problem: null,
      })
    } catch (error) {
      onProblem(error)
      dueAt = now() + retryMs
      const previous = current ?? bundledCatalog()
      current = serveCatalog({ ...previous, problem: formatProblem(error) })
    } finally {
      fetching = null
    }
    return current
  }

  return {
    async get() {
      if (current && now() < dueAt) return current
      fetching ??= refresh()
      return current ?? fetching
    },
  }
}

function formatProblem(error: unknown): string {
  const reason = isApiError(error) ? error.message : 'It is not a document this version can read.'
  return `Krea’s live list of models could not be had. ${reason}`
}
