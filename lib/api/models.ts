import * as z from 'zod/mini'
import type { Catalog } from '../catalog/catalog'
import { changeSchema } from '../catalog/drift'
import { modelSchema } from '../catalog/model-schema'
import { request } from './request'

const catalogSchema: z.ZodMiniType<Catalog> = z.object({
  models: z.array(modelSchema),
  source: z.enum(['live', 'bundled']),
  fetchedAt: z.nullable(z.string()),
  problem: z.nullable(z.string()),
  changes: z.array(changeSchema),
})

/** The server's catalog; the browser's cache asks with its ETag. @throws ApiError */
export const readCatalog = () => request('/api/models', catalogSchema)
