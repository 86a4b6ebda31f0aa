import 'server-only'
import { createHash } from 'node:crypto'
import type { Catalog } from '@/lib/catalog/catalog'
import { drift } from '@/lib/catalog/drift'
import { readDocument } from '@/lib/catalog/read'
import type { JsonSchema } from '@/lib/catalog/schema/json-schema'

/** `schemas`: of each model's body, by model id. */
export type ServedCatalog = Catalog & { etag: string; schemas: Map<string, JsonSchema> }

type Parts = Omit<ServedCatalog, 'etag' | 'changes'>

export async function serveCatalog(parts: Parts): Promise<ServedCatalog> {
  const { models, skipped, source, problem } = parts
  const changes = source === 'live' ? drift((await bundledCatalog()).models, models) : []
  return { ...parts, changes, etag: etagOf({ models, skipped, source, problem }) }
}

function etagOf(parts: Pick<Parts, 'models' | 'skipped' | 'source' | 'problem'>): string {
  const hash = createHash('sha256').update(JSON.stringify(parts))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

let bundled: Promise<ServedCatalog> | undefined

/** The catalog of the document that came with this version. */
export function bundledCatalog(): Promise<ServedCatalog> {
  bundled ??= readBundled()
  return bundled
}

/** The document is loaded at first use: most routes do without it. */
async function readBundled(): Promise<ServedCatalog> {
  const { default: document } = await import('@/lib/catalog/openapi.json')
  return serveCatalog({
    ...readDocument(document),
    source: 'bundled',
    fetchedAt: null,
    problem: null,
  })
}
