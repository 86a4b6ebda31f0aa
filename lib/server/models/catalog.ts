import 'server-only'
import { createHash } from 'node:crypto'
import type { Catalog } from '@/lib/catalog/catalog'
import { drift } from '@/lib/catalog/drift'
import type { Model } from '@/lib/catalog/field'
import bundledDocument from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { ApiError } from '@/lib/contract/errors'
import type { KreaClient } from '@/lib/krea/client'
import { env } from '../env'
import { kreaAt, kreaBaseUrl } from '../jobs/krea'
import { log } from '../log'
import { shared } from '../shared'
import { withAnnouncedRetirements } from './retirements'

type Served = Catalog & { etag: string }

/** Krea's catalog changes by the month, not by the minute. */
const freshMs = 3_600_000
/** After a failure: soon enough to heal, seldom enough not to nag. */
const retryMs = 60_000

export type LiveCatalog = ReturnType<typeof createLiveCatalog>

/**
 * The catalog of Krea's live document, kept for an hour; what is stale is still served while it is
 * fetched again, by one request for all. The bundled one stands in until there is a live one.
 */
export function createLiveCatalog(
  client: Pick<KreaClient, 'fetchDocument'>,
  now: () => number,
  onProblem: (cause: unknown) => void,
) {
  let current: Served | null = null
  let documentTag: string | null = null
  let dueAt = 0
  let fetching: Promise<Served> | null = null

  async function refresh(): Promise<Served> {
    try {
      const answer = await client.fetchDocument({ etag: documentTag })
      const models = answer.changed ? readCatalog(answer.document) : current?.models
      if (!models) throw new Error('Krea says that nothing changed, but nothing was there')
      if (answer.changed) documentTag = answer.etag
      dueAt = now() + freshMs
      current = catalogOf(models, 'live', new Date(now()).toISOString(), null)
    } catch (error) {
      onProblem(error)
      dueAt = now() + retryMs
      const { models, source, fetchedAt } = current ?? bundledCatalog()
      current = catalogOf(models, source, fetchedAt, formatProblem(error))
    } finally {
      fetching = null
    }
    return current
  }

  return {
    async get(): Promise<Served> {
      if (current && now() < dueAt) return current
      fetching ??= refresh()
      return current ?? fetching
    },
  }
}

function formatProblem(error: unknown): string {
  const reason =
    error instanceof ApiError ? error.message : 'It is not a document this version can read.'
  return `Krea’s live list of models could not be had. ${reason}`
}

function catalogOf(
  models: Model[],
  source: Served['source'],
  fetchedAt: string | null,
  problem: string | null,
): Served {
  const hash = createHash('sha256').update(JSON.stringify({ models, source, problem }))
  return {
    models,
    source,
    fetchedAt,
    problem,
    changes: source === 'live' ? drift(bundledCatalog().models, models) : [],
    etag: `W/"${hash.digest('base64url').slice(0, 22)}"`,
  }
}

let bundled: Served | undefined

function bundledCatalog(): Served {
  bundled ??= catalogOf(readCatalog(bundledDocument), 'bundled', null, null)
  return bundled
}

const live = shared('catalog', () =>
  createLiveCatalog(kreaAt(kreaBaseUrl()), Date.now, (cause) => {
    log().warn({ detail: cause instanceof Error ? cause.message : undefined }, 'live catalog')
  }),
)

/** Never throws: without a token, or without an answer from Krea, it is the bundled one. */
export async function getCatalog(): Promise<Served> {
  const catalog = env().token === null ? bundledCatalog() : await live().get()
  const models = withAnnouncedRetirements(catalog.models)
  const { source, fetchedAt, problem } = catalog
  return models === catalog.models ? catalog : catalogOf(models, source, fetchedAt, problem)
}

/** @throws ApiError `unknown_model` */
export async function requireModel(id: string): Promise<Model> {
  const { models } = await getCatalog()
  const model = models.find((one) => one.id === id)
  if (!model) throw new ApiError('unknown_model', 'There is no such model in the catalog.')
  return model
}
