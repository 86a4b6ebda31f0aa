import * as z from 'zod/mini'
import type { Catalog } from '../catalog/catalog'
import { changeSchema } from '../catalog/drift'
import { modelSchema } from '../catalog/model-schema'
import type { Contract } from './contract'

const catalogSchema: z.ZodMiniType<Catalog> = z.object({
  models: z.array(modelSchema),
  skipped: z.array(z.object({ id: z.string(), reason: z.string() })),
  source: z.enum(['live', 'bundled']),
  fetchedAt: z.nullable(z.string()),
  problem: z.nullable(z.string()),
  changes: z.array(changeSchema),
})

export const getModels = {
  method: 'GET',
  path: '/api/models',
  access: 'open',
  answer: catalogSchema,
} satisfies Contract
