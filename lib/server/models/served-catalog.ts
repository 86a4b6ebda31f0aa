import 'server-only'
import { createHash } from 'node:crypto'
import type { Catalog } from '@/lib/catalog/catalog'
import { drift } from '@/lib/catalog/drift'
import bundledDocument from '@/lib/catalog/openapi.json'
import { readDocument } from '@/lib/catalog/read'
import type { JsonSchema } from '@/lib/catalog/schema/json-schema'
import { readTraining, type Training } from '@/lib/catalog/training'

/** What the server alone needs of the document beside what it serves. */
type ServerOnly = {
  /** Of each model's body, by model id. */
  schemas: Map<string, JsonSchema>
  /** `null` where the document offers no training of styles. */
  training: Training | null
}

export type ServedCatalog = Catalog & { etag: string; serverOnly: ServerOnly }

type Parts = Omit<ServedCatalog, 'etag' | 'changes'>

export function serveCatalog(parts: Parts): ServedCatalog {
  const { models, skipped, source, problem } = parts
  const changes = source === 'live' ? drift(bundledCatalog().models, models) : []
  return { ...parts, changes, etag: etagOf({ models, skipped, source, problem }) }
}

/** @throws Error when it is no document that this version can read */
export function readParts(document: unknown): Pick<Parts, 'models' | 'skipped' | 'serverOnly'> {
  const { models, skipped, schemas } = readDocument(document)
  return { models, skipped, serverOnly: { schemas, training: readTraining(document) } }
}

function etagOf(parts: Pick<Parts, 'models' | 'skipped' | 'source' | 'problem'>): string {
  const hash = createHash('sha256').update(JSON.stringify(parts))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

let bundled: ServedCatalog | undefined

/** The catalog of the document that came with this version, read at first use. */
export function bundledCatalog(): ServedCatalog {
  bundled ??= serveCatalog({
    ...readParts(bundledDocument),
    source: 'bundled',
    fetchedAt: null,
    problem: null,
  })
  return bundled
}
