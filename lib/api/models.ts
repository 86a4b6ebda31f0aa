import * as z from 'zod/mini'
import type { Catalogue } from '../catalog/catalog'
import { changeSchema } from '../catalog/drift'
import { modelSchema } from '../catalog/model-schema'
import { request } from './request'

const catalogueSchema: z.ZodMiniType<Catalogue> = z.object({
  models: z.array(modelSchema),
  source: z.enum(['live', 'bundled']),
  fetchedAt: z.nullable(z.string()),
  problem: z.nullable(z.string()),
  changes: z.array(changeSchema),
})

/** The server's catalogue; the browser's cache asks with its ETag. @throws ApiError */
export const readCatalogue = () => request('/api/models', catalogueSchema)
