import 'server-only'
import { createHash } from 'node:crypto'
import type { Catalogue } from '@/lib/catalog/catalog'
import { drift } from '@/lib/catalog/drift'
import type { Model } from '@/lib/catalog/field'
import bundledDocument from '@/lib/catalog/openapi.json'
import { readCatalogue } from '@/lib/catalog/read'
import { ApiError } from '@/lib/contract/errors'
import type { KreaClient } from '@/lib/krea/client'
import { env } from '../env'
import { kreaAt, kreaBaseUrl } from '../jobs/krea'
import { log } from '../log'
import { shared } from '../shared'
import { withAnnounced } from './retirements'

type Served = Catalogue & { etag: string }

/** Krea's catalogue changes by the month, not by the minute. */
const freshMs = 3_600_000
/** After a failure: soon enough to heal, seldom enough not to nag. */
const retryMs = 60_000

export type LiveCatalogue = ReturnType<typeof createLiveCatalogue>

/**
 * The catalogue of Krea's live document, kept for an hour; what is stale is still served while it is
 * fetched again, by one request for all. The bundled one stands in until there is a live one.
 */
export function createLiveCatalogue(
  client: Pick<KreaClient, 'fetchDocument'>,
  now: () => number,
  onProblem: (cause: unknown) => void,
) {
  let held: Served | null = null
  let documentTag: string | null = null
  let dueAt = 0
  let fetching: Promise<Served> | null = null

  async function refresh(): Promise<Served> {
    try {
      const answer = await client.fetchDocument({ etag: documentTag })
      const models = answer.changed ? readCatalogue(answer.document) : held?.models
      if (!models) throw new Error('Krea says that nothing changed, but nothing was there')
      if (answer.changed) documentTag = answer.etag
      dueAt = now() + freshMs
      held = catalogueOf(models, 'live', new Date(now()).toISOString(), null)
    } catch (error) {
      onProblem(error)
      dueAt = now() + retryMs
      const { models, source, fetchedAt } = held ?? bundledCatalogue()
      held = catalogueOf(models, source, fetchedAt, problemWords(error))
    } finally {
      fetching = null
    }
    return held
  }

  return {
    async get(): Promise<Served> {
      if (held && now() < dueAt) return held
      fetching ??= refresh()
      return held ?? fetching
    },
  }
}

function problemWords(error: unknown): string {
  const reason =
    error instanceof ApiError ? error.message : 'It is not a document this version can read.'
  return `Krea’s live list of models could not be had. ${reason}`
}

function catalogueOf(
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
    changes: source === 'live' ? drift(bundledCatalogue().models, models) : [],
    etag: `W/"${hash.digest('base64url').slice(0, 22)}"`,
  }
}

let bundled: Served | undefined

function bundledCatalogue(): Served {
  bundled ??= catalogueOf(readCatalogue(bundledDocument), 'bundled', null, null)
  return bundled
}

const live = shared('catalogue', () =>
  createLiveCatalogue(kreaAt(kreaBaseUrl()), Date.now, (cause) => {
    log().warn({ detail: cause instanceof Error ? cause.message : undefined }, 'live catalogue')
  }),
)

/** Never throws: without a token, or without an answer from Krea, it is the bundled one. */
export async function getCatalogue(): Promise<Served> {
  const catalogue = env().token === null ? bundledCatalogue() : await live().get()
  const models = withAnnounced(catalogue.models)
  const { source, fetchedAt, problem } = catalogue
  return models === catalogue.models ? catalogue : catalogueOf(models, source, fetchedAt, problem)
}

/** @throws ApiError `unknown_model` */
export async function requireModel(id: string): Promise<Model> {
  const { models } = await getCatalogue()
  const model = models.find((one) => one.id === id)
  if (!model) throw new ApiError('unknown_model', 'There is no such model in the catalogue.')
  return model
}
